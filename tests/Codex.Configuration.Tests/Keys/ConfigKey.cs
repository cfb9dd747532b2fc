using Codex.TestSupport.Files;

namespace Codex.Configuration.Tests.Keys;

/// <summary>A row of Cases/config-keys.tsv.</summary>
internal sealed record ConfigKey(string Path, string Type, IReadOnlyList<string> Values)
{
    private const string DottedName = "notice.hide_gpt-5.1-codex-max_migration_prompt";
    private const string File = "tests/Codex.Configuration.Tests/Cases/config-keys.tsv";

    public static IReadOnlyList<ConfigKey> All { get; } =
    [
        .. System.IO.File.ReadLines(System.IO.Path.Combine(Repository.Root, File))
            .Where(static line => !line.StartsWith('#'))
            .Select(static line => line.Split('\t'))
            .Select(static cells => new ConfigKey(cells[0], cells[1], cells[2].Split(',', StringSplitOptions.RemoveEmptyEntries))),
    ];

    /// <summary>The line that gives the key a value of its type.</summary>
    public string Right() => Assign(Type.Split('|')[0] switch
    {
        "boolean" => "true",
        "integer" => "1",
        "number" => "1.5",
        "enum" => $"\"{Values[0]}\"",
        "string" => Path.EndsWith(".load_path", StringComparison.Ordinal) || Path.StartsWith("tui.keymap", StringComparison.Ordinal) ? "\"\"" : "\"/x\"",
        var type when type.StartsWith("array", StringComparison.Ordinal) => "[]",
        _ => "{}",
    });

    /// <summary>A line that gives the key a value that it does not take.</summary>
    public string Wrong() => Assign(Type.Split('|')[0] switch
    {
        "enum" => "\"bogus\"",
        "string" => "{ bogus = 1 }",
        "boolean" => "1979-05-27",
        "integer" => "1.5",
        "number" => "true",
        _ => "5",
    });

    /// <summary>A line that gives the key a value of no use at all.</summary>
    public string Useless() => Assign("-5");

    /// <summary>The key with the same value twice.</summary>
    public string Twice() => Assign("true", isTwice: true);

    private string Assign(string value, bool isTwice = false)
    {
        string[] segments = Path == DottedName ? ["notice", DottedName["notice.".Length..]] : Path.Split('.');
        if (isTwice && segments.Length == 1)
            return $"{Name(segments[0])} = {value}\n{Name(segments[0])} = {value}";
        for (var i = segments.Length - 1; i > 0; i--)
        {
            var assignment = $"{Name(segments[i])} = {value}";
            value = isTwice && i == segments.Length - 1 ? $"{{ {assignment}, {assignment} }}" : $"{{ {assignment} }}";
            if (segments[i - 1].EndsWith("[]", StringComparison.Ordinal))
                value = $"[{value}]";
        }

        return $"{Name(segments[0])} = {value}";
    }

    private string Name(string segment) => segment switch
    {
        "<name>" => Path.StartsWith("projects", StringComparison.Ordinal) ? "\"/n\"" : "n",
        "<action>" => Path.StartsWith("tui.keymap.", StringComparison.Ordinal) ? FirstAction() : "n",
        _ when segment.Contains('.', StringComparison.Ordinal) => $"\"{segment}\"",
        _ => segment.Replace("[]", "", StringComparison.Ordinal),
    };

    private string FirstAction() => Path.Split('.')[2] switch
    {
        "approval" => "approve",
        "chat" => "interrupt_turn",
        "composer" => "submit",
        "editor" => "yank",
        "global" => "copy",
        "list" => "accept",
        "pager" => "close",
        "vim_normal" => "move_up",
        "vim_operator" => "cancel",
        _ => "word",
    };
}

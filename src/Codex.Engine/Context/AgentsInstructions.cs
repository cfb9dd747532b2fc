using System.Text;

namespace Codex.Engine.Context;

/// <summary>
/// The user's and the project's AGENTS.md files as one text (<c>codex-rs/core/src/agents_md.rs</c>): the global file
/// first, then those from the project's root down to the working directory, bounded in size.
/// </summary>
internal sealed class AgentsInstructions(string? codexHome, string workingDirectory, ProjectInstructionsOptions options)
{
    private const string OverrideName = "AGENTS.override.md";
    private const string DefaultName = "AGENTS.md";
    private const string ProjectBoundary = "\n\n--- project-doc ---\n\n";

    /// <summary>The text, or null when there is none.</summary>
    public string? Read()
    {
        var global = codexHome is null ? null : ReadGlobal(codexHome);
        var project = ReadProject();
        return (global, project) switch
        {
            (null, _) => project,
            (_, null) => global,
            _ => global + ProjectBoundary + project,
        };
    }

    /// <summary>The user message part that carries the text.</summary>
    public static string Render(string text, string workingDirectory) =>
        $"# AGENTS.md instructions for {workingDirectory}\n\n<INSTRUCTIONS>\n{text}\n</INSTRUCTIONS>";

    private static string? ReadGlobal(string codexHome)
    {
        foreach (var name in (ReadOnlySpan<string>)[OverrideName, DefaultName])
        {
            if (ReadText(Path.Combine(codexHome, name), long.MaxValue, out _) is { } text && text.Trim() is { Length: > 0 } trimmed)
                return trimmed;
        }

        return null;
    }

    private string? ReadProject()
    {
        if (options.MaximumBytes <= 0)
            return null;
        var left = options.MaximumBytes;
        List<string> texts = [];
        foreach (var directory in Directories())
        {
            if (left <= 0)
                break;
            if (FindFile(directory) is not { } file || ReadText(file, left, out var bytes) is not { } text)
                continue;
            left -= bytes;
            if (!string.IsNullOrWhiteSpace(text))
                texts.Add(text);
        }

        return texts.Count == 0 ? null : string.Join("\n\n", texts);
    }

    private List<string> Directories()
    {
        List<string> chain = [];
        for (var current = workingDirectory; current is not null; current = Path.GetDirectoryName(current))
        {
            chain.Add(current);
            if (!IsRoot(current))
                continue;
            chain.Reverse();
            return chain;
        }

        return [workingDirectory];
    }

    private bool IsRoot(string directory)
    {
        foreach (var marker in options.RootMarkers)
        {
            if (Path.Exists(Path.Combine(directory, marker)))
                return true;
        }

        return false;
    }

    private string? FindFile(string directory)
    {
        foreach (var name in (IEnumerable<string>)[OverrideName, DefaultName, .. options.FallbackFileNames])
        {
            var path = Path.Combine(directory, name);
            if (name.Length > 0 && File.Exists(path))
                return path;
        }

        return null;
    }

    private static string? ReadText(string path, long limit, out long bytes)
    {
        bytes = 0;
        try
        {
            if (!File.Exists(path))
                return null;
            var content = File.ReadAllBytes(path);
            var kept = content.AsSpan(0, (int)Math.Min(content.Length, limit));
            bytes = kept.Length;
            return Encoding.UTF8.GetString(kept);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

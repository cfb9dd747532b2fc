using System.Diagnostics.CodeAnalysis;

namespace Codex.Protocol.Agents;

/// <summary>
/// The place of an agent in a tree of agents: <c>/root</c>, <c>/root/name</c> and so on, or <c>/morpheus</c>, which stands
/// outside of it (<c>codex-rs/protocol/src/agent_path.rs</c>).
/// </summary>
public sealed record AgentPath
{
    private const string RootName = "root";
    private const string RootText = "/root";
    private const string MorpheusText = "/morpheus";

    private AgentPath(string text) => Text = text;

    /// <summary>The agent that the user talks to.</summary>
    public static AgentPath Root { get; } = new(RootText);

    /// <summary>The agent outside of the tree.</summary>
    public static AgentPath Morpheus { get; } = new(MorpheusText);

    /// <summary>The path as it is written.</summary>
    public string Text { get; }

    /// <summary>Whether it is <see cref="Root"/>.</summary>
    public bool IsRoot => Text == RootText;

    /// <summary>The last segment.</summary>
    public string Name => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>Reads a path; the error says why it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AgentPath? path, [NotNullWhen(false)] out string? error)
    {
        error = text == MorpheusText ? null : AbsoluteError(text);
        path = error is null ? new AgentPath(text) : null;
        return path is not null;
    }

    /// <summary>The path of an agent below this one; the error says what is wrong with its name.</summary>
    public bool TryJoin(string name, [NotNullWhen(true)] out AgentPath? path, [NotNullWhen(false)] out string? error)
    {
        path = null;
        error = NameError(name);
        return error is null && TryParse($"{Text}/{name}", out path, out error);
    }

    /// <summary>The agent that an agent at this place means by a reference: an absolute path, or one below itself.</summary>
    public bool TryResolve(string reference, [NotNullWhen(true)] out AgentPath? path, [NotNullWhen(false)] out string? error)
    {
        path = null;
        if (reference.StartsWith('/'))
            return TryParse(reference, out path, out error);
        error = reference.Length == 0 ? "agent path must not be empty" : RelativeError(reference);
        return error is null && TryParse($"{Text}/{reference}", out path, out error);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string? AbsoluteError(string text)
    {
        var segments = text.Split('/');
        if (segments is not ["", RootName, ..])
            return "absolute agent paths must start with `/root` or be `/morpheus`";
        return text.EndsWith('/') ? "absolute agent path must not end with `/`" : FirstError(segments[2..]);
    }

    private static string? RelativeError(string text) =>
        text.EndsWith('/') ? "relative agent path must not end with `/`" : FirstError(text.Split('/'));

    private static string? FirstError(string[] segments) => segments.Select(NameError).FirstOrDefault(static error => error is not null);

    private static string? NameError(string name) => name switch
    {
        "" => "agent_name must not be empty",
        RootName or "." or ".." => $"agent_name `{name}` is reserved",
        _ when name.Contains('/', StringComparison.Ordinal) => "agent_name must not contain `/`",
        _ when !name.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_') =>
            "agent_name must use only lowercase letters, digits, and underscores",
        _ => null,
    };
}

namespace Codex.Cli.CommandLine;

/// <summary>What a value is: to a shell that completes it, and because options with paths take no empty ones.</summary>
internal enum ValueKind
{
    /// <summary>Nothing is known: shells offer what they offer by default.</summary>
    Unknown,

    /// <summary>A path of a file or directory.</summary>
    Path,

    /// <summary>A path of a directory.</summary>
    Directory,

    /// <summary>Text of the user's; nothing is offered.</summary>
    Text,
}

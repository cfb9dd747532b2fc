namespace Codex.Protocol.Turns;

/// <summary>What a command does, for display.</summary>
public abstract record ParsedCommand(string Command)
{
    /// <summary>Reads a file.</summary>
    public sealed record Read(string Command, string Name, string Path) : ParsedCommand(Command);

    /// <summary>Lists files.</summary>
    public sealed record ListFiles(string Command, string? Path) : ParsedCommand(Command);

    /// <summary>Searches in files.</summary>
    public sealed record Search(string Command, string? Query, string? Path) : ParsedCommand(Command);

    /// <summary>Anything else.</summary>
    public sealed record Unknown(string Command) : ParsedCommand(Command);
}

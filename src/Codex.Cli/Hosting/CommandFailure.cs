namespace Codex.Cli.Hosting;

/// <summary>A command cannot go on. The message is printed as it is; the exit code is 1.</summary>
internal sealed class CommandFailure(string message) : Exception(message);

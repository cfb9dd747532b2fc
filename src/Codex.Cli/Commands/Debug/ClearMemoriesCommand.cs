using System.Text;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Platform;
using Codex.Platform.Sqlite;
using Codex.Storage.Memories;

namespace Codex.Cli.Commands.Debug;

/// <summary><c>codex debug clear-memories</c>.</summary>
internal static class ClearMemoriesCommand
{
    /// <summary>Forgets what was kept about earlier sessions, in the database and in files.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        try
        {
            var config = CommandConfiguration.Load(command, program, profile: null).Effective;
            var memories = new MemoryStore(config.CodexHome, config.SqliteHome);
            var database = memories.ClearDatabase() ? $"Cleared memory state from {memories.DatabasePath}." : $"No memories db found at {memories.DatabasePath}.";
            memories.ClearFolders();
            using var output = StandardStreams.OpenOutput();
            output.Write(Encoding.UTF8.GetBytes($"{database} Cleared memory directories under {config.CodexHome}.\n"));
            return Task.FromResult(0);
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand());
        }
        catch (SqliteException exception)
        {
            throw new CommandFailure($"Error: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"Error: {Errno.Describe(exception)}");
        }
    }
}

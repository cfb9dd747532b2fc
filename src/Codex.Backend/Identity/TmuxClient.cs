using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Backend.Identity;

/// <summary>The terminal that tmux itself is shown in (<c>codex-rs/terminal-detection/src/lib.rs</c>).</summary>
internal static class TmuxClient
{
    private const int MaximumBytes = 4 * 1024;
    private const string Question = "#{client_termtype}\n#{client_termname}";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Asks tmux. The caller waits for it: a name for ourselves is needed before the first request, and nobody who is outside of
    /// tmux gets here.
    /// </summary>
    /// <returns>The terminal's name with its version, else its kind; null when tmux does not answer, or knows neither.</returns>
    public static string? FindTerminal(HostEnvironment environment) =>
        Task.Run(() => AskAsync(environment)).GetAwaiter().GetResult() is { } answer ? Read(answer) : null;

    /// <summary>Reads an answer: a line with name and version, and a line with what the terminal is called in terminfo.</summary>
    internal static string? Read(string answer)
    {
        var lines = answer.Split('\n');
        if (lines[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var program, .. var rest])
            return rest is [var version, ..] ? $"{program}/{version}" : program;
        return lines.Length > 1 && lines[1].Trim() is { Length: > 0 } kind ? kind : null;
    }

    private static async Task<string?> AskAsync(HostEnvironment environment)
    {
        using var limit = new CancellationTokenSource(s_limit);
        using var spawner = ProcessSpawner.Create();
        try
        {
            var printed = await spawner.CaptureAsync(Request(environment), MaximumBytes, limit.Token).ConfigureAwait(false);
            return printed.Status.Code == 0 ? printed.OutputText : null;
        }
        catch (Exception error) when (error is SpawnException or OperationCanceledException)
        {
            return null;
        }
    }

    private static SpawnRequest Request(HostEnvironment environment) => new()
    {
        FileName = "tmux",
        Arguments = ["tmux", "display-message", "-p", Question],
        WorkingDirectory = environment.CurrentDirectory,
        Environment = environment.Variables,
    };
}

using System.Text;
using Codex.Platform.Processes;

namespace Codex.Platform.Tests.Processes;

/// <summary>Short ways to start programs and to read them to their end.</summary>
internal static class Spawning
{
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    internal static SpawnRequest Shell(string script, StdioMode? stdio = null) => new()
    {
        FileName = "/bin/sh",
        Arguments = ["sh", "-c", script],
        WorkingDirectory = "/",
        Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" },
        Stdio = stdio ?? StdioMode.Pipes,
    };

    internal static async Task<(string Output, string Errors, ExitStatus Status)> RunAsync(this IProcessSpawner spawner, SpawnRequest request)
    {
        await using var process = await spawner.StartAsync(request);
        var (output, errors) = await process.ReadToEndAsync();
        return (output, errors, await process.Completion.WaitAsync(Limit));
    }

    internal static async Task<(string Output, string Errors)> ReadToEndAsync(this IRunningProcess process)
    {
        using var limit = new CancellationTokenSource(Limit);
        using MemoryStream output = new(), errors = new();
        await foreach (var chunk in process.Output.ReadAllAsync(limit.Token))
        {
            using (chunk)
                (chunk.Stream is OutputStream.StandardError ? errors : output).Write(chunk.Bytes.Span);
        }

        return (Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(errors.ToArray()));
    }

    /// <summary>Reads until the output so far holds the text; returns the output so far.</summary>
    internal static async Task<string> ReadUntilAsync(this IRunningProcess process, string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        var seen = "";
        while (!seen.Contains(text, StringComparison.Ordinal))
        {
            using var chunk = await process.Output.ReadAsync(limit.Token);
            seen += Encoding.UTF8.GetString(chunk.Bytes.Span);
        }

        return seen;
    }

    /// <summary>Waits until the process has gone or is only a zombie.</summary>
    internal static async Task WaitForDeathAsync(int processId)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (IsAlive(processId))
            await Task.Delay(5, limit.Token);
    }

    internal static bool IsAlive(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}

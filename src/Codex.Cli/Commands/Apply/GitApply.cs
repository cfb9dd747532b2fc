using System.Text;
using Codex.Cli.Hosting;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Cli.Commands.Apply;

/// <summary>Has git apply a diff to the repository around the working directory (<c>codex-rs/git-utils/src/apply.rs</c>).</summary>
internal sealed class GitApply(HostEnvironment host)
{
    private const string SettingsVariable = "CODEX_APPLY_GIT_CFG";

    /// <summary>Applies the diff, where needed by a merge.</summary>
    /// <exception cref="CommandFailure">Git refuses.</exception>
    /// <exception cref="IOException">Git cannot be started, or there is no place for the diff.</exception>
    public async Task RunAsync(string diff, CancellationToken cancellationToken)
    {
        using var spawner = ProcessSpawner.Create();
        var (status, root, problem) = await RunAsync(spawner, host.CurrentDirectory, ["rev-parse", "--show-toplevel"], cancellationToken);
        if (status.Code != 0)
            throw new CommandFailure($"Error: not a git repository (exit {status.Code ?? -1}): {problem}");
        var folder = Directory.CreateTempSubdirectory("codex-apply-");
        try
        {
            var patch = Path.Join(folder.FullName, "patch.diff");
            await File.WriteAllTextAsync(patch, diff, cancellationToken);
            await ApplyAsync(spawner, root.Trim(), patch, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task ApplyAsync(IProcessSpawner spawner, string root, string patch, CancellationToken cancellationToken)
    {
        var (status, output, error) = await RunAsync(spawner, root, [.. Settings(), "apply", "--3way", patch], cancellationToken);
        if (status.Code == 0)
            return;
        var result = GitApplyReport.Read($"{output}\n{error}");
        throw new CommandFailure(
            $"Error: Git apply failed (applied={result.Applied.Count}, skipped={result.Skipped.Count}, conflicts={result.Conflicted.Count})\n"
            + $"stdout:\n{output}\nstderr:\n{error}");
    }

    // Settings of git for this one call, for example to make it careful about line ends.
    private IEnumerable<string> Settings()
    {
        foreach (var setting in (host.GetVariable(SettingsVariable) ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (!setting.Contains('=', StringComparison.Ordinal))
                continue;
            yield return "-c";
            yield return setting;
        }
    }

    private async Task<(ExitStatus Status, string Output, string Error)> RunAsync(
        IProcessSpawner spawner, string directory, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        await using var git = await spawner.StartAsync(new SpawnRequest
        {
            FileName = "git",
            Arguments = ["git", .. arguments],
            WorkingDirectory = directory,
            Environment = host.Variables,
            Stdio = StdioMode.Pipes,
        });
        git.CloseInput();
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        await foreach (var chunk in git.Output.ReadAllAsync(cancellationToken))
        {
            using (chunk)
                (chunk.Stream == OutputStream.StandardOutput ? output : error).Write(chunk.Bytes.Span);
        }

        return (await git.Completion.WaitAsync(cancellationToken), Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}

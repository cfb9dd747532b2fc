using Codex.Cli.Hosting;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Cli.Commands.Apply;

/// <summary>Has git apply a diff to the repository around the working directory (<c>codex-rs/git-utils/src/apply.rs</c>).</summary>
internal sealed class GitApply(HostEnvironment host)
{
    // A change of a hundred thousand files is reported in less.
    private const int MaximumBytes = 32 * 1024 * 1024;
    private const string SettingsVariable = "CODEX_APPLY_GIT_CFG";

    /// <summary>Applies the diff, where needed by a merge.</summary>
    /// <exception cref="CommandFailure">Git refuses.</exception>
    /// <exception cref="IOException">Git cannot be started, or there is no place for the diff.</exception>
    public async Task RunAsync(string diff, CancellationToken cancellationToken)
    {
        using var spawner = ProcessSpawner.Create();
        var found = await GitAsync(spawner, host.CurrentDirectory, ["rev-parse", "--show-toplevel"], cancellationToken);
        if (found.Status.Code != 0)
            throw new CommandFailure($"Error: not a git repository (exit {found.Status.Code ?? -1}): {found.ErrorText}");
        var folder = Directory.CreateTempSubdirectory("codex-apply-");
        try
        {
            var patch = Path.Join(folder.FullName, "patch.diff");
            await File.WriteAllTextAsync(patch, diff, cancellationToken);
            await ApplyAsync(spawner, found.OutputText.Trim(), patch, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task ApplyAsync(IProcessSpawner spawner, string root, string patch, CancellationToken cancellationToken)
    {
        var printed = await GitAsync(spawner, root, [.. Settings(), "apply", "--3way", patch], cancellationToken);
        if (printed.Status.Code == 0)
            return;
        var (output, error) = (printed.OutputText, printed.ErrorText);
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

    private Task<CapturedProcess> GitAsync(
        IProcessSpawner spawner, string directory, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var request = new SpawnRequest
        {
            FileName = "git",
            Arguments = ["git", .. arguments],
            WorkingDirectory = directory,
            Environment = host.Variables,
        };
        return spawner.CaptureAsync(request, MaximumBytes, cancellationToken);
    }
}

using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Engine;

/// <summary>Questions that only git itself can answer.</summary>
internal sealed class GitRepository(HostEnvironment host, string directory)
{
    private const int MaximumBytes = 64 * 1024;

    // A repository's configuration does not decide that programs run because we looked.
    private static readonly string[] s_withoutHelpers = ["-c", $"core.hooksPath={NullDevice}", "-c", "core.fsmonitor=false"];

    /// <summary>
    /// The commit that HEAD and a branch have in common; the branch's upstream counts where it is ahead. Null when git cannot tell
    /// (<c>codex-rs/git-utils/src/branch.rs</c>).
    /// </summary>
    public async Task<string?> FindMergeBaseAsync(string branch, CancellationToken cancellationToken)
    {
        using var spawner = ProcessSpawner.Create();
        return await RevisionAsync(spawner, "HEAD", cancellationToken).ConfigureAwait(false) is { } head
            && await RevisionAsync(spawner, branch, cancellationToken).ConfigureAwait(false) is { } local
                ? await AskAsync(spawner, cancellationToken, "merge-base", head, await NewestAsync().ConfigureAwait(false) ?? local).ConfigureAwait(false)
                : null;

        async Task<string?> NewestAsync() =>
            await AskAsync(spawner, cancellationToken, "rev-parse", "--abbrev-ref", "--symbolic-full-name", $"{branch}@{{upstream}}").ConfigureAwait(false)
                is { Length: > 0 } upstream
            && await AskAsync(spawner, cancellationToken, "rev-list", "--count", $"{branch}..{upstream}").ConfigureAwait(false) is not (null or "0")
                ? await RevisionAsync(spawner, upstream, cancellationToken).ConfigureAwait(false)
                : null;
    }

    /// <summary>
    /// Whether the work tree differs from the last commit, files that git does not know included. Null when git cannot tell
    /// (<c>codex-rs/git-utils/src/info.rs</c>).
    /// </summary>
    public async Task<bool?> HasChangesAsync(CancellationToken cancellationToken)
    {
        using var spawner = ProcessSpawner.Create();
        return await AskAsync(spawner, cancellationToken, [.. s_withoutHelpers, "status", "--porcelain"]).ConfigureAwait(false) is { } changes
            ? changes.Length > 0
            : null;
    }

    private static string NullDevice => OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    private Task<string?> RevisionAsync(IProcessSpawner spawner, string name, CancellationToken cancellationToken) =>
        AskAsync(spawner, cancellationToken, "rev-parse", "--verify", name);

    private async Task<string?> AskAsync(IProcessSpawner spawner, CancellationToken cancellationToken, params IReadOnlyList<string> arguments)
    {
        try
        {
            var printed = await spawner.CaptureAsync(Request(arguments), MaximumBytes, cancellationToken).ConfigureAwait(false);
            return printed.Status.Code == 0 ? printed.OutputText.Trim() : null;
        }
        catch (SpawnException)
        {
            // Without git there is no answer.
            return null;
        }
    }

    private SpawnRequest Request(IReadOnlyList<string> arguments) => new()
    {
        FileName = "git",
        Arguments = ["git", .. arguments],
        WorkingDirectory = directory,
        // Looking takes no locks: the user may be at work in the repository.
        Environment = new Dictionary<string, string>(host.Variables, HostEnvironment.VariableNameComparer) { ["GIT_OPTIONAL_LOCKS"] = "0" },
    };
}

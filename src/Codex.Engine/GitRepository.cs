using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Engine;

/// <summary>Questions that only git itself can answer.</summary>
internal sealed class GitRepository(HostEnvironment host, string directory)
{
    private const int MaximumBytes = 64 * 1024;

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

    private Task<string?> RevisionAsync(IProcessSpawner spawner, string name, CancellationToken cancellationToken) =>
        AskAsync(spawner, cancellationToken, "rev-parse", "--verify", name);

    private async Task<string?> AskAsync(IProcessSpawner spawner, CancellationToken cancellationToken, params IReadOnlyList<string> arguments)
    {
        try
        {
            var request = new SpawnRequest
            {
                FileName = "git",
                Arguments = ["git", .. arguments],
                WorkingDirectory = directory,
                Environment = host.Variables,
            };
            var printed = await spawner.CaptureAsync(request, MaximumBytes, cancellationToken).ConfigureAwait(false);
            return printed.Status.Code == 0 ? printed.OutputText.Trim() : null;
        }
        catch (SpawnException)
        {
            // Without git there is no answer.
            return null;
        }
    }
}

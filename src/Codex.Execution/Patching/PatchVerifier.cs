using System.Collections.Immutable;
using System.Diagnostics;
using Codex.Execution.Reading;
using Codex.Formats.Diffs;
using Codex.Formats.Patch;
using Codex.Protocol.Turns;

namespace Codex.Execution.Patching;

/// <summary>Works out what a patch would do, without doing it (0.136: verify_apply_patch_args).</summary>
/// <param name="paths">Where the paths of the patch lie.</param>
public sealed class PatchVerifier(PatchPaths paths)
{
    private const int ContextLines = 1;

    /// <summary>What may be read; null for anything.</summary>
    public ReadableFiles? Readable { get; init; }

    /// <summary>Reads the files of a patch. Each operation is seen against the files as they are now.</summary>
    public PatchVerification Verify(PatchDocument document)
    {
        var changes = ImmutableSortedDictionary.CreateBuilder<string, FileChange>(StringComparer.Ordinal);
        var targets = ImmutableArray.CreateBuilder<string>();
        try
        {
            foreach (var operation in document.Operations)
            {
                var path = paths.Resolve(operation.Path);
                PatchFiles.CheckNotIgnored(Readable, path);
                var change = ChangeOf(operation, path);
                changes[path] = change;
                targets.Add(path);
                if (change is UpdateFileChange { MovePath: { } moved })
                {
                    PatchFiles.CheckNotIgnored(Readable, moved);
                    targets.Add(moved);
                }
            }
        }
        catch (PatchFailureException failure)
        {
            return new PatchVerification(failure.Message);
        }

        return new PatchVerification(new VerifiedPatch(document, changes.ToImmutable(), targets.DrainToImmutable(), paths));
    }

    private FileChange ChangeOf(PatchOperation operation, string path) => operation switch
    {
        AddFileOperation add => new AddFileChange(add.Content),
        DeleteFileOperation => new DeleteFileChange(FileUpdate.Decode(Read(path, "Failed to read"))),
        UpdateFileOperation update => UpdateOf(update, path),
        _ => throw new UnreachableException(),
    };

    private UpdateFileChange UpdateOf(UpdateFileOperation update, string path)
    {
        var before = Read(path, "Failed to read file to update");
        var result = FileUpdate.Compute(before, update.Chunks, path);
        if (!result.Fits)
            throw new PatchFailureException(result.Problem, null);
        var oldText = FileUpdate.Decode(before);
        var newText = FileUpdate.Decode(result.Content.Span);
        return new UpdateFileChange(
            UnifiedDiff.Create(oldText, newText, ContextLines, header: null),
            update.MoveTo is null ? null : paths.Resolve(update.MoveTo));
    }

    private byte[] Read(string path, string failure)
    {
        try
        {
            return PatchFiles.Read(Readable, path);
        }
        catch (Exception exception) when (FileFailures.IsFileFailure(exception))
        {
            throw new PatchFailureException($"{failure} {path}: {FileFailures.Describe(exception, path)}", exception);
        }
    }
}

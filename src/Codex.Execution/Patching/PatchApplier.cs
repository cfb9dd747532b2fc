using System.Text;
using Codex.Execution.Reading;
using Codex.Formats.Patch;

namespace Codex.Execution.Patching;

/// <summary>
/// Applies a patch, operation by operation. A failure ends it and leaves what was applied before, as in 0.136; each single
/// file is old or new, never between. It asks nobody: <paramref name="policy"/> is the caller's decision.
/// </summary>
/// <param name="paths">Where the paths of the patch lie.</param>
/// <param name="policy">Where it may write; null for anywhere.</param>
/// <param name="changes">Told of every change with its contents; null when nobody wants to know.</param>
public sealed class PatchApplier(PatchPaths paths, IPatchPathPolicy? policy, AppliedChanges? changes)
{
    private readonly PatchFiles _files = new(policy);
    private readonly PatchSummary _summary = new();

    /// <summary>What may be read; null for anything.</summary>
    public ReadableFiles? Readable { get; init; }

    /// <summary>Applies the operations in order. An applier applies one patch.</summary>
    public PatchOutcome Apply(PatchDocument document)
    {
        if (document.Operations.IsEmpty)
            return Failed("No files were modified.");
        try
        {
            foreach (var operation in document.Operations)
                Apply(operation);
            return new PatchOutcome(true, _summary.ToString(), "");
        }
        catch (PatchFailureException failure)
        {
            return Failed(failure.Message);
        }
    }

    private static PatchOutcome Failed(string message) => new(false, "", message + "\n");

    private void Apply(PatchOperation operation)
    {
        var path = paths.Resolve(operation.Path);
        PatchFiles.CheckNotIgnored(Readable, path);
        switch (operation)
        {
            case AddFileOperation add:
                Add(add, path);
                break;
            case DeleteFileOperation:
                Delete(path);
                _summary.Delete(operation.Path);
                break;
            case UpdateFileOperation update:
                Update(update, path);
                _summary.Modify(update.ResultPath);
                break;
        }
    }

    private void Add(AddFileOperation add, string path)
    {
        var before = changes?.Note(path);
        var content = Encoding.UTF8.GetBytes(add.Content);
        WriteWithParent(path, content, mode: null);
        changes?.Add(new AppliedChange(path, null, before, content, null) { IsWholeFile = true });
        _summary.Add(add.Path);
    }

    private void Delete(string path)
    {
        var before = changes?.Note(path);
        Try(() => _files.Delete(path), () => $"Failed to delete file {path}");
        changes?.Add(new AppliedChange(path, null, before, null, null));
    }

    private void Update(UpdateFileOperation update, string path)
    {
        var before = Read(path);
        changes?.NoteLink(path);
        var result = FileUpdate.Compute(before, update.Chunks, path);
        if (!result.Fits)
            throw new PatchFailureException(result.Problem, null);
        var target = update.MoveTo is null ? path : paths.Resolve(update.MoveTo);
        PatchFiles.CheckNotIgnored(Readable, target);
        if (target == path)
            Replace(path, before, result.Content);
        else
            Move(path, before, target, result.Content);
    }

    private void Replace(string path, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        TryWrite(() => _files.Write(path, after.Span, mode: null), () => $"Failed to write file {path}");
        changes?.Add(new AppliedChange(path, null, before, after, null));
    }

    // 0.136 gives the moved file default permissions; a move keeps them here.
    private void Move(string path, ReadOnlyMemory<byte> before, string target, ReadOnlyMemory<byte> after)
    {
        var overwritten = changes?.Note(target);
        WriteWithParent(target, after, PatchFiles.ModeOf(path));
        try
        {
            Try(() => _files.Delete(path), () => $"Failed to remove original {path}");
        }
        catch (PatchFailureException)
        {
            changes?.Add(new AppliedChange(target, null, overwritten, after, null) { IsWholeFile = true });
            throw;
        }

        changes?.Add(new AppliedChange(path, target, before, after, overwritten));
    }

    private byte[] Read(string path)
    {
        try
        {
            return PatchFiles.Read(Readable, path);
        }
        catch (Exception exception) when (FileFailures.IsFileFailure(exception))
        {
            throw new PatchFailureException(
                $"Failed to read file to update {path}: {FileFailures.Describe(exception, path)}", exception);
        }
    }

    private void WriteWithParent(string path, ReadOnlyMemory<byte> content, UnixFileMode? mode)
    {
        try
        {
            _files.Write(path, content.Span, mode);
        }
        catch (DirectoryNotFoundException) when (!FileFailures.HasFileAbove(path))
        {
            TryWrite(() => _files.CreateParent(path), () => $"Failed to create parent directories for {path}");
            TryWrite(() => _files.Write(path, content.Span, mode), () => $"Failed to write file {path}");
        }
        catch (Exception exception) when (FileFailures.IsFileFailure(exception))
        {
            changes?.MarkInexact();
            throw new PatchFailureException($"Failed to write file {path}", exception);
        }
    }

    private void TryWrite(Action write, Func<string> describe)
    {
        try
        {
            Try(write, describe);
        }
        catch (PatchFailureException)
        {
            changes?.MarkInexact();
            throw;
        }
    }

    private static void Try(Action act, Func<string> describe)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (FileFailures.IsFileFailure(exception))
        {
            throw new PatchFailureException(describe(), exception);
        }
    }
}

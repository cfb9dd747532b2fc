namespace Codex.Execution.Patching;

/// <summary>What patches did to the files, in the order in which they did it. Filled by <see cref="PatchApplier"/>.</summary>
public sealed class AppliedChanges
{
    private readonly List<AppliedChange> _changes = [];

    /// <summary>The changes that were surely made.</summary>
    public IReadOnlyList<AppliedChange> Changes => _changes;

    /// <summary>Whether they tell everything: false after a failed write or a change through a symbolic link.</summary>
    public bool IsExact { get; private set; } = true;

    internal void Add(AppliedChange change) => _changes.Add(change);

    internal void MarkInexact() => IsExact = false;

    /// <summary>A change through a symbolic link is not told exactly: the file that changes has another path.</summary>
    internal void NoteLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
            IsExact = false;
    }

    /// <summary>The content of a file about to change; null, and no longer exact unless it is missing, when it cannot be read.</summary>
    internal ReadOnlyMemory<byte>? Note(string path)
    {
        try
        {
            NoteLink(path);
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (FileFailures.IsFileFailure(exception))
        {
            IsExact = false;
            return null;
        }
    }
}

using System.Collections.Immutable;
using System.Text;

namespace Codex.Formats.Patch;

/// <summary>Reads the lines between the first and the last marker of a patch.</summary>
internal sealed class PatchReader(ArraySegment<string> lines)
{
    // The begin marker is line 1, whatever stood around the patch.
    private const int FirstLineNumber = 2;
    private const string NoLines = "Update hunk does not contain any lines";

    private readonly ImmutableArray<PatchOperation>.Builder _operations = ImmutableArray.CreateBuilder<PatchOperation>();
    private PatchParseError? _error;
    private int _position;

    private bool AtEnd => _position == lines.Count;

    private string Current => lines[_position];

    internal PatchParseResult Read(string text)
    {
        var environmentId = ReadEnvironmentId();
        while (_error is null && !AtEnd)
            ReadOperation();
        return _error is null
            ? new PatchParseResult(new PatchDocument(_operations.DrainToImmutable(), environmentId) { Text = text })
            : new PatchParseResult(_error);
    }

    private string? ReadEnvironmentId()
    {
        if (AtEnd || After(Current.AsSpan().TrimStart(), PatchMarkers.EnvironmentId) is not { } id)
            return null;
        _position++;
        if (string.IsNullOrWhiteSpace(id))
            _error = new PatchParseError("apply_patch environment_id cannot be empty", null);
        return id.Trim();
    }

    private void ReadOperation()
    {
        var header = Current.AsSpan().Trim();
        if (After(header, PatchMarkers.AddFile) is { } added)
            ReadAdd(added);
        else if (After(header, PatchMarkers.DeleteFile) is { } deleted)
            ReadDelete(deleted);
        else if (After(header, PatchMarkers.UpdateFile) is { } updated)
            ReadUpdate(updated);
        else
            Fail(_position, $"'{header}' is not a valid hunk header. Valid hunk headers: '*** Add File: {{path}}', '*** Delete File: {{path}}', '*** Update File: {{path}}'");
    }

    private void ReadAdd(string path)
    {
        var content = new StringBuilder();
        for (_position++; !AtEnd && Current.StartsWith('+'); _position++)
            content.Append(Current, 1, Current.Length - 1).Append('\n');
        _operations.Add(new AddFileOperation(path, content.ToString()));
    }

    private void ReadDelete(string path)
    {
        _position++;
        _operations.Add(new DeleteFileOperation(path));
    }

    private void ReadUpdate(string path)
    {
        var header = _position++;
        var moveTo = AtEnd ? null : After(Current, PatchMarkers.MoveTo);
        if (moveTo is not null)
            _position++;
        var chunks = ImmutableArray.CreateBuilder<PatchChunk>();
        while (SkipBlankLines() && Current[0] != '*')
        {
            if (ReadChunk(chunks.Count == 0) is not { } chunk)
                return;
            chunks.Add(chunk);
        }

        if (chunks.Count == 0)
            Fail(header, $"Update file hunk for path '{path}' is empty");
        else
            _operations.Add(new UpdateFileOperation(path, moveTo, chunks.DrainToImmutable()));
    }

    private bool SkipBlankLines()
    {
        while (!AtEnd && Current.AsSpan().IsWhiteSpace())
            _position++;
        return !AtEnd;
    }

    /// <summary>Only the first chunk of a file may leave out its <c>@@</c> line.</summary>
    private PatchChunk? ReadChunk(bool isFirst)
    {
        var start = _position;
        var context = After(Current, PatchMarkers.ChunkWithContext);
        if (context is not null || Current == PatchMarkers.Chunk)
            _position++;
        else if (!isFirst)
            return Fail(start, $"Expected update hunk to start with a @@ context marker, got: '{Current}'");
        if (AtEnd)
            return Fail(start + 1, NoLines);
        var changes = ReadLines();
        if (changes.Length == 0)
            return Fail(start + 1, DescribeUnexpected(Current));
        var isEndOfFile = !AtEnd && Current == PatchMarkers.EndOfFile;
        if (isEndOfFile)
            _position++;
        return new PatchChunk(context, changes, isEndOfFile);
    }

    private static string DescribeUnexpected(string line) => line == PatchMarkers.EndOfFile
        ? NoLines
        : $"Unexpected line found in update hunk: '{line}'. Every line should start with ' ' (context line), '+' (added line), or '-' (removed line)";

    private ImmutableArray<PatchLine> ReadLines()
    {
        var changes = ImmutableArray.CreateBuilder<PatchLine>();
        for (; !AtEnd && KindOf(Current) is { } kind; _position++)
            changes.Add(new PatchLine(kind, Current.Length == 0 ? "" : Current[1..]));
        return changes.DrainToImmutable();
    }

    // Models drop the space of an empty context line.
    private static PatchLineKind? KindOf(string line) => line switch
    {
        "" or [' ', ..] => PatchLineKind.Context,
        ['-', ..] => PatchLineKind.Removed,
        ['+', ..] => PatchLineKind.Added,
        _ => null,
    };

    private static string? After(ReadOnlySpan<char> line, string marker) =>
        line.StartsWith(marker, StringComparison.Ordinal) ? line[marker.Length..].ToString() : null;

    private PatchChunk? Fail(int position, string message)
    {
        _error = new PatchParseError(message, position + FirstLineNumber);
        return null;
    }
}

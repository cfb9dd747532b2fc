using System.Security.Cryptography;
using System.Text;
using Codex.Formats.Diffs;
using Codex.Formats.Patch;

namespace Codex.Execution.Patching;

/// <summary>
/// The net effect of a turn's patches as one git diff, told from the patches alone and without a look at the files
/// (0.136: core/src/turn_diff_tracker.rs). One owner; not safe for several threads.
/// </summary>
/// <param name="displayRoot">The directory that shown paths are relative to: the root of the git checkout, else the working directory.</param>
public sealed class TurnDiffTracker(string displayRoot)
{
    private const int ContextLines = 3;
    private const string Nothing = "/dev/null";
    private const string NoBlob = "0000000000000000000000000000000000000000";

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _after = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal);
    private bool _isKnown = true;

    /// <summary>Adds what a patch did. After one that cannot be told exactly there is no diff for the rest of the turn.</summary>
    public void Add(AppliedChanges changes)
    {
        _isKnown &= changes.IsExact;
        if (!_isKnown)
            return;
        foreach (var change in changes.Changes)
            Add(change);
    }

    /// <summary>The diff; empty when there is none or it is not known.</summary>
    public string Render()
    {
        if (!_isKnown)
            return "";
        var moves = FindMoves();
        var targets = moves.Values.ToHashSet(StringComparer.Ordinal);
        var output = new StringBuilder();
        foreach (var path in _before.Keys.Union(_after.Keys, StringComparer.Ordinal).OrderBy(Display, StringComparer.Ordinal))
        {
            if (!targets.Contains(path))
                Append(output, path, moves.GetValueOrDefault(path, path));
        }

        return output.ToString();
    }

    private void Add(AppliedChange change)
    {
        var isNew = !_after.ContainsKey(change.Path) && !_before.ContainsKey(change.Path);
        if (isNew && change.Before is { } before)
            _before[change.Path] = before;
        if (change.MovedTo is { } target)
            Move(change, target);
        else if (change.After is { } after)
            Set(change, after);
        else
            Remove(change.Path);
    }

    // A file that is written as a whole is no longer the one that was moved here.
    private void Set(AppliedChange change, ReadOnlyMemory<byte> after)
    {
        if (change.IsWholeFile)
            _origins.Remove(change.Path);
        _after[change.Path] = after;
    }

    private void Remove(string path)
    {
        _after.Remove(path);
        _origins.Remove(path);
    }

    private void Move(AppliedChange change, string target)
    {
        if (!_after.ContainsKey(target) && !_before.ContainsKey(target) && change.Overwritten is { } overwritten)
            _before[target] = overwritten;
        var origin = _origins.Remove(change.Path, out var first) ? first : change.Path;
        _after.Remove(change.Path);
        _after[target] = change.After!.Value;
        _origins.Remove(target);
        if (target != origin)
            _origins[target] = origin;
    }

    private Dictionary<string, string> FindMoves()
    {
        var moves = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (target, origin) in _origins)
        {
            if (_after.ContainsKey(target) && !_after.ContainsKey(origin) && _before.ContainsKey(origin) && !_before.ContainsKey(target))
                moves[origin] = target;
        }

        return moves;
    }

    private void Append(StringBuilder output, string oldPath, string newPath)
    {
        var hasOld = _before.TryGetValue(oldPath, out var before);
        var hasNew = _after.TryGetValue(newPath, out var after);
        if (hasOld == hasNew && before.Span.SequenceEqual(after.Span))
            return;
        var oldName = "a/" + Display(oldPath);
        var newName = "b/" + Display(newPath);
        output.Append("diff --git ").Append(oldName).Append(' ').Append(newName).Append('\n');
        if (!hasOld || !hasNew)
            output.Append(hasNew ? "new" : "deleted").Append(" file mode 100644\n");
        output.Append("index ").Append(hasOld ? BlobId(before.Span) : NoBlob)
            .Append("..").Append(hasNew ? BlobId(after.Span) : NoBlob).Append('\n');
        var header = new UnifiedDiffHeader(hasOld ? oldName : Nothing, hasNew ? newName : Nothing);
        output.Append(UnifiedDiff.Create(FileUpdate.Decode(before.Span), FileUpdate.Decode(after.Span), ContextLines, header));
    }

    private string Display(string path)
    {
        var root = displayRoot.EndsWith(Path.DirectorySeparatorChar) ? displayRoot : displayRoot + Path.DirectorySeparatorChar;
        return (path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : path).Replace('\\', '/');
    }

    // Git names a blob by the SHA-1 of its header and content; nothing here depends on its strength.
#pragma warning disable CA5350
    private static string BlobId(ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {content.Length}\0"));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
#pragma warning restore CA5350
}

using System.Runtime.InteropServices;
using Codex.Formats.Patch.Text;

namespace Codex.Formats.Patch.Matching;

/// <summary>Where each line of a file occurs, as one pass sees lines: finds far places without reading what lies between.</summary>
internal sealed class LineIndex
{
    private readonly MatchPass _pass;
    private readonly TextLines _lines;
    private readonly Dictionary<int, int> _buckets = [];
    private readonly int[] _starts;
    private readonly int[] _places;

    internal LineIndex(MatchPass pass, TextLines lines)
    {
        _pass = pass;
        _lines = lines;
        var bucketOf = new int[lines.Count];
        for (var line = 0; line < bucketOf.Length; line++)
            bucketOf[line] = BucketFor(LineForm.Hash(pass, lines[line]));
        _starts = new int[_buckets.Count + 2];
        foreach (var bucket in bucketOf)
            _starts[bucket + 2]++;
        for (var bucket = 2; bucket < _starts.Length; bucket++)
            _starts[bucket] += _starts[bucket - 1];
        _places = new int[bucketOf.Length];
        for (var line = 0; line < bucketOf.Length; line++)
            _places[_starts[bucketOf[line] + 1]++] = line;
    }

    /// <summary>The first place from <paramref name="start"/> on where the lines stand, or -1.</summary>
    internal int Find(ReadOnlySpan<string> pattern, int start)
    {
        var places = Rarest(pattern, out var anchor);
        var next = places.BinarySearch(start + anchor);
        for (var index = next < 0 ? ~next : next; index < places.Length; index++)
        {
            var place = places[index] - anchor;
            if (place + pattern.Length > _lines.Count)
                return -1;
            if (LineSeeker.StandsAt(_lines, _pass, pattern, place))
                return place;
        }

        return -1;
    }

    // The line with the fewest occurrences leaves the fewest places to look at.
    private ReadOnlySpan<int> Rarest(ReadOnlySpan<string> pattern, out int anchor)
    {
        anchor = 0;
        var best = PlacesOf(pattern[0]);
        for (var line = 1; line < pattern.Length && !best.IsEmpty; line++)
        {
            var places = PlacesOf(pattern[line]);
            if (places.Length >= best.Length)
                continue;
            best = places;
            anchor = line;
        }

        return best;
    }

    private ReadOnlySpan<int> PlacesOf(string line) => _buckets.TryGetValue(LineForm.Hash(_pass, line), out var bucket)
        ? _places.AsSpan(_starts[bucket].._starts[bucket + 1])
        : [];

    private int BucketFor(int hash)
    {
        ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(_buckets, hash, out var exists);
        if (!exists)
            bucket = _buckets.Count - 1;
        return bucket;
    }
}

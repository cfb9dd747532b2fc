using Codex.Formats.Toml;

namespace Codex.Configuration.Reading;

/// <summary>
/// The state of reading one table as settings: where we are, the first problem in the order of the file, unknown fields,
/// and how paths are resolved.
/// </summary>
internal sealed class ReadContext(PathResolver? paths, bool collectUnknown, bool isFromText = false, FieldOrder? order = null)
{
    private readonly List<PathSegment> _path = [];
    private int[]? _problemRank;
    private int[]? _unknownRank;

    /// <summary>The problem that comes first in the file, or null.</summary>
    public ConfigProblem? Problem { get; private set; }

    /// <summary>The unknown field that comes first in the file, or null.</summary>
    public IReadOnlyList<string>? FirstUnknown { get; private set; }

    /// <summary>Whether unknown fields are looked for.</summary>
    public bool CollectUnknown { get; } = collectUnknown;

    /// <summary>Whether the original reads this from the text of a file, where some of its messages are others than for merged values.</summary>
    public bool IsFromText { get; } = isFromText;

    /// <summary>Where fields are noted, or null.</summary>
    public FieldOrder? Order => order;

    /// <summary>Whether the current place is below a flattened table or an untagged union.</summary>
    public bool IsHidden => _path.Count > 0 && _path[^1].Kind == SegmentKind.Hidden;

    /// <summary>Relative paths and what they became, to be written back once the whole layer was readable.</summary>
    public List<(TomlTable? Table, string Key, TomlArray? Array, int Index, string Path)> ResolvedPaths { get; } = [];

    /// <summary>Resolves a path, or null when there is nothing to resolve it against.</summary>
    public string? Resolve(string path) => PathResolver.IsAbsolute(path) || paths is not null
        ? (paths ?? PathResolver.Rootless).Resolve(path)
        : null;

    /// <summary>A context for trying to read something: same paths, problems of its own.</summary>
    public ReadContext Attempt() => new(paths, collectUnknown: false, order: order);

    public void Push(string text, int index, SegmentKind kind) =>
        _path.Add(new PathSegment(text, index, _path.Count > 0 && _path[^1].Kind == SegmentKind.Hidden ? SegmentKind.Hidden : kind));

    public void Pop() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Records a problem at the current place; the first one in the order of the file counts.</summary>
    /// <param name="message">The reason.</param>
    /// <param name="last">Whether it is only noticed behind everything else in the table, as a missing field is.</param>
    public void Report(string message, bool last = false)
    {
        var rank = Rank(last);
        if (_problemRank is not null && rank.AsSpan().SequenceCompareTo(_problemRank) >= 0)
            return;
        _problemRank = rank;
        Problem = new ConfigProblem(message, Texts(SegmentKind.Key), Texts(SegmentKind.Key, SegmentKind.Index, SegmentKind.Case));
    }

    /// <summary>Whether any problem was found below the current place.</summary>
    public bool HasProblemHere()
    {
        if (_problemRank is null || _problemRank.Length < _path.Count)
            return false;
        for (var i = 0; i < _path.Count; i++)
        {
            if (_problemRank[i] != _path[i].Index)
                return false;
        }

        return true;
    }

    public void ReportUnknown(string key, int index)
    {
        Push(key, index, SegmentKind.Key);
        var rank = Rank(last: false);
        if (_path[^1].Kind != SegmentKind.Hidden && (_unknownRank is null || rank.AsSpan().SequenceCompareTo(_unknownRank) < 0))
        {
            _unknownRank = rank;
            FirstUnknown = Texts(SegmentKind.Key, SegmentKind.Index);
        }

        Pop();
    }

    private int[] Rank(bool last)
    {
        var rank = new int[_path.Count + (last ? 1 : 0)];
        for (var i = 0; i < _path.Count; i++)
            rank[i] = _path[i].Index;
        if (last)
            rank[^1] = int.MaxValue;
        return rank;
    }

    private List<string> Texts(params SegmentKind[] kinds)
    {
        var texts = new List<string>(_path.Count);
        foreach (var segment in _path)
        {
            if (Array.IndexOf(kinds, segment.Kind) >= 0)
                texts.Add(segment.Text);
        }

        return texts;
    }
}

namespace Codex.Formats.Images;

/// <summary>The images used last, bounded by number and by bytes.</summary>
internal sealed class PreparedImageCache
{
    private const int MaximumCount = 32;
    private const long MaximumByteCount = 64L * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, PreparedImage Image)> _order = [];
    private readonly Dictionary<string, LinkedListNode<(string Key, PreparedImage Image)>> _nodes = new(StringComparer.Ordinal);
    private long _byteCount;

    /// <summary>The image, which then counts as used last; null when it is not there.</summary>
    public PreparedImage? Find(string key)
    {
        lock (_gate)
        {
            if (!_nodes.TryGetValue(key, out var node))
                return null;
            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Image;
        }
    }

    /// <summary>Adds an image and drops the ones not used for longest.</summary>
    public void Add(string key, PreparedImage image)
    {
        lock (_gate)
        {
            if (image.Bytes.Length > MaximumByteCount || _nodes.ContainsKey(key))
                return;
            _nodes[key] = _order.AddFirst((key, image));
            _byteCount += image.Bytes.Length;
            while (_order.Count > MaximumCount || _byteCount > MaximumByteCount)
                DropLast();
        }
    }

    private void DropLast()
    {
        var (key, image) = _order.Last!.Value;
        _order.RemoveLast();
        _nodes.Remove(key);
        _byteCount -= image.Bytes.Length;
    }
}

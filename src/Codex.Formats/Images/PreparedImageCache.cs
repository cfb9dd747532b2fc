namespace Codex.Formats.Images;

/// <summary>The images used last, bounded by number and by bytes.</summary>
internal sealed class PreparedImageCache
{
    private const int MaximumCount = 32;
    private const long MaximumByteCount = 64L * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly LinkedList<(string Key, PreparedImage Image)> order = [];
    private readonly Dictionary<string, LinkedListNode<(string Key, PreparedImage Image)>> nodes = new(StringComparer.Ordinal);
    private long byteCount;

    /// <summary>The image, which then counts as used last; null when it is not there.</summary>
    public PreparedImage? Find(string key)
    {
        lock (gate)
        {
            if (!nodes.TryGetValue(key, out var node))
                return null;
            order.Remove(node);
            order.AddFirst(node);
            return node.Value.Image;
        }
    }

    /// <summary>Adds an image and drops the ones not used for longest.</summary>
    public void Add(string key, PreparedImage image)
    {
        lock (gate)
        {
            if (image.Bytes.Length > MaximumByteCount || nodes.ContainsKey(key))
                return;
            nodes[key] = order.AddFirst((key, image));
            byteCount += image.Bytes.Length;
            while (order.Count > MaximumCount || byteCount > MaximumByteCount)
                DropLast();
        }
    }

    private void DropLast()
    {
        var (key, image) = order.Last!.Value;
        order.RemoveLast();
        nodes.Remove(key);
        byteCount -= image.Bytes.Length;
    }
}

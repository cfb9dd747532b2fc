using System.Collections.Immutable;
using System.Text;
using Codex.Protocol.Events;
using Codex.Protocol.Turns;

namespace Codex.Engine.Input;

/// <summary>The older event that says what the user sent: texts joined, images apart (<c>codex-rs/protocol/src/items.rs</c>).</summary>
internal static class UserMessageSummary
{
    /// <summary>The event.</summary>
    public static UserMessageEvent Of(UserMessageTurnItem item) => new(
        string.Concat(item.Content.OfType<TextInput>().Select(static text => text.Text)),
        [.. item.Content.OfType<ImageInput>().Select(static image => image.ImageUrl)],
        [.. item.Content.OfType<LocalImageInput>().Select(static image => image.Path)],
        Elements(item.Content))
    {
        ClientId = item.ClientId,
        ImageDetails = Details(item.Content.OfType<ImageInput>().Select(static image => image.Detail)),
        LocalImageDetails = Details(item.Content.OfType<LocalImageInput>().Select(static image => image.Detail)),
    };

    // Ranges are those of the joined text, and each element carries what stands there.
    private static ImmutableArray<TextElement> Elements(ImmutableArray<UserInput> content)
    {
        var elements = ImmutableArray.CreateBuilder<TextElement>();
        long offset = 0;
        foreach (var text in content.OfType<TextInput>())
        {
            foreach (var element in text.Elements)
            {
                elements.Add(new TextElement(
                    new ByteRange(offset + element.ByteRange.Start, offset + element.ByteRange.End),
                    element.Placeholder ?? Part(text.Text, element.ByteRange)));
            }

            offset += Encoding.UTF8.GetByteCount(text.Text);
        }

        return elements.ToImmutable();
    }

    // Null where the range is not one of whole characters.
    private static string? Part(string text, ByteRange range)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return range.Start <= range.End && range.End <= bytes.Length && StartsCharacter(bytes, range.Start) && StartsCharacter(bytes, range.End)
            ? Encoding.UTF8.GetString(bytes.AsSpan((int)range.Start, (int)(range.End - range.Start)))
            : null;
    }

    private static bool StartsCharacter(byte[] bytes, long at) => at >= 0 && (at == bytes.Length || (bytes[at] & 0xC0) != 0x80);

    // Trailing images without a detail need no entry.
    private static ImmutableArray<string?>? Details(IEnumerable<string?> details)
    {
        List<string?> kept = [.. details];
        while (kept is [.., null])
            kept.RemoveAt(kept.Count - 1);
        return kept.Count == 0 ? null : [.. kept];
    }
}

using System.Collections.Immutable;
using Codex.Protocol.Items;
using Codex.Protocol.Turns;

namespace Codex.Engine;

/// <summary>What the user gave, as a message to the model (<c>codex-rs/protocol/src/models.rs</c>).</summary>
internal static class UserMessages
{
    /// <summary>The message: images are numbered in order, starting at 1.</summary>
    public static MessageItem ToItem(ImmutableArray<UserInput> items)
    {
        var parts = ImmutableArray.CreateBuilder<ContentPart>(items.Length);
        foreach (var item in items)
        {
            switch (item)
            {
                case TextInput text: parts.Add(new InputTextPart(text.Text)); break;
                case ImageInput image:
                    parts.Add(new InputImagePart(image.ImageUrl, image.Detail ?? "high"));
                    break;
            }
        }

        return new MessageItem("user", parts.ToImmutable());
    }
}

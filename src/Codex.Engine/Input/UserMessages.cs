using System.Collections.Immutable;
using Codex.Protocol.Items;
using Codex.Protocol.Turns;
using Codex.Tools.BuiltIn.ViewImage;

namespace Codex.Engine.Input;

/// <summary>What the user gave, as a message to the model (<c>codex-rs/protocol/src/models.rs</c>).</summary>
internal sealed class UserMessages(LocalImageReader localImages)
{
    /// <summary>The message; images of either kind are numbered together, from 1. Files that are no images become words.</summary>
    public async ValueTask<MessageItem> ToItemAsync(ImmutableArray<UserInput> items, CancellationToken cancellationToken)
    {
        var parts = ImmutableArray.CreateBuilder<ContentPart>(items.Length);
        var images = 0;
        foreach (var item in items)
        {
            switch (item)
            {
                case TextInput text: parts.Add(new InputTextPart(text.Text)); break;
                case ImageInput image:
                    images++;
                    parts.Add(new InputImagePart(image.ImageUrl, image.Detail ?? "high"));
                    break;
                case LocalImageInput image:
                    parts.AddRange(await localImages.ReadAsync(image, ++images, cancellationToken).ConfigureAwait(false));
                    break;
            }
        }

        return new MessageItem("user", parts.ToImmutable());
    }
}

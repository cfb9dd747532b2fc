using System.Diagnostics;
using Codex.AppServer.Protocol.Items;
using EngineInput = Codex.Protocol.Turns;
using EngineText = Codex.Protocol.Events;

namespace Codex.AppServer.Projection;

/// <summary>Between what clients call the user's input and what the engine calls it.</summary>
internal static class InputProjection
{
    /// <summary>The engine's form.</summary>
    public static EngineInput.UserInput ToEngine(UserInput input) => input switch
    {
        TextUserInput text => new EngineInput.TextInput(text.Text) { Elements = [.. text.TextElements.Select(ToEngine)] },
        ImageUserInput image => new EngineInput.ImageInput(image.Url, image.Detail),
        LocalImageUserInput image => new EngineInput.LocalImageInput(image.Path, image.Detail),
        SkillUserInput skill => new EngineInput.SkillInput(skill.Name, skill.Path),
        MentionUserInput mention => new EngineInput.MentionInput(mention.Name, mention.Path),
        _ => throw new UnreachableException(),
    };

    /// <summary>The clients' form.</summary>
    public static UserInput ToClient(EngineInput.UserInput input) => input switch
    {
        EngineInput.TextInput text => new TextUserInput(text.Text) { TextElements = [.. text.Elements.Select(ToClient)] },
        EngineInput.ImageInput image => new ImageUserInput(image.ImageUrl, image.Detail),
        EngineInput.LocalImageInput image => new LocalImageUserInput(image.Path, image.Detail),
        EngineInput.SkillInput skill => new SkillUserInput(skill.Name, skill.Path),
        EngineInput.MentionInput mention => new MentionUserInput(mention.Name, mention.Path),
        _ => throw new UnreachableException(),
    };

    private static EngineText.TextElement ToEngine(TextElement element) =>
        new(new EngineText.ByteRange(element.ByteRange.Start, element.ByteRange.End), element.Placeholder);

    private static TextElement ToClient(EngineText.TextElement element) =>
        new(new ByteRange(element.ByteRange.Start, element.ByteRange.End), element.Placeholder);
}

using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="AskForApproval"/>: a word, or <c>{"granular":{…}}</c>.</summary>
public sealed class AskForApprovalConverter : TaggedConverter<AskForApproval>
{
    /// <inheritdoc/>
    protected override AskForApproval Parse(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            var text = element.GetString();
            return AskForApproval.Find(text) ?? throw JsonElementReading.UnknownVariant(text);
        }

        return AskForApproval.ForGranular(ParseGranular(element.Required("granular")));
    }

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, AskForApproval value)
    {
        if (value.Granular is not { } granular)
        {
            writer.WriteStringValue(value.Name);
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartObject("granular"u8);
        writer.WriteBoolean("sandbox_approval"u8, granular.SandboxApproval);
        writer.WriteBoolean("rules"u8, granular.Rules);
        writer.WriteBoolean("skill_approval"u8, granular.SkillApproval);
        writer.WriteBoolean("request_permissions"u8, granular.RequestPermissions);
        writer.WriteBoolean("mcp_elicitations"u8, granular.McpElicitations);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static GranularApprovalConfig ParseGranular(JsonElement element) => new(
        element.Required("sandbox_approval").Flag(),
        element.Required("rules").Flag(),
        element.Flag("skill_approval"),
        element.Flag("request_permissions"),
        element.Required("mcp_elicitations").Flag());
}

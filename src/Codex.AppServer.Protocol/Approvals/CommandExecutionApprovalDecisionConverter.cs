using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Approvals;

/// <summary>A bare word, or an object with the word and what belongs to it.</summary>
public sealed class CommandExecutionApprovalDecisionConverter : JsonConverter<CommandExecutionApprovalDecision>
{
    /// <inheritdoc/>
    public override CommandExecutionApprovalDecision Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        return root.ValueKind is JsonValueKind.String ? ReadWord(root.GetString()) : ReadObject(root);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CommandExecutionApprovalDecision value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case CommandExecutionApprovalDecision.Accept: writer.WriteStringValue("accept"u8); break;
            case CommandExecutionApprovalDecision.AcceptForSession: writer.WriteStringValue("acceptForSession"u8); break;
            case CommandExecutionApprovalDecision.Decline: writer.WriteStringValue("decline"u8); break;
            case CommandExecutionApprovalDecision.Cancel: writer.WriteStringValue("cancel"u8); break;
            case CommandExecutionApprovalDecision.AcceptWithExecpolicyAmendment rule: WriteRule(writer, rule.ExecpolicyAmendment); break;
            case CommandExecutionApprovalDecision.ApplyNetworkPolicyAmendment rule: WriteRule(writer, rule.NetworkPolicyAmendment); break;
        }
    }

    private static CommandExecutionApprovalDecision ReadWord(string? word) => word switch
    {
        "accept" => new CommandExecutionApprovalDecision.Accept(),
        "acceptForSession" => new CommandExecutionApprovalDecision.AcceptForSession(),
        "decline" => new CommandExecutionApprovalDecision.Decline(),
        "cancel" => new CommandExecutionApprovalDecision.Cancel(),
        _ => throw new JsonException($"unknown variant `{word}`"),
    };

    private static CommandExecutionApprovalDecision ReadObject(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
            throw new JsonException("expected a decision");
        if (root.TryGetProperty("acceptWithExecpolicyAmendment", out var rule))
        {
            ImmutableArray<string> words = [.. rule.GetProperty("execpolicy_amendment").EnumerateArray().Select(static word => word.GetString()!)];
            return new CommandExecutionApprovalDecision.AcceptWithExecpolicyAmendment(words);
        }

        return root.TryGetProperty("applyNetworkPolicyAmendment", out var network)
            ? new CommandExecutionApprovalDecision.ApplyNetworkPolicyAmendment(ReadHost(network.GetProperty("network_policy_amendment")))
            : throw new JsonException("unknown decision");
    }

    private static NetworkPolicyAmendment ReadHost(JsonElement rule) =>
        new(rule.GetProperty("host").GetString()!, rule.GetProperty("action").GetString()!);

    private static void WriteRule(Utf8JsonWriter writer, ImmutableArray<string> words)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("acceptWithExecpolicyAmendment"u8);
        writer.WriteStartArray("execpolicy_amendment"u8);
        foreach (var word in words)
            writer.WriteStringValue(word);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, NetworkPolicyAmendment amendment)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("applyNetworkPolicyAmendment"u8);
        writer.WriteStartObject("network_policy_amendment"u8);
        writer.WriteString("host"u8, amendment.Host);
        writer.WriteString("action"u8, amendment.Action);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

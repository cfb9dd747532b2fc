using System.Text.Json;

namespace Codex.Backend.Responses;

/// <summary>Reads identity-verification recommendations out of <c>response.metadata</c>.</summary>
internal static class Verifications
{
    private const string TrustedAccessForCyber = "trusted_access_for_cyber";

    /// <summary>The known recommendations, or null when there is none.</summary>
    public static ModelEvent.ModelVerification? Read(ReadOnlySpan<byte> metadata)
    {
        if (metadata.IsEmpty)
            return null;
        var reader = new Utf8JsonReader(metadata);
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.Member("openai_verification_recommendation") is not { ValueKind: JsonValueKind.Array } list)
            return null;
        foreach (var entry in list.EnumerateArray())
        {
            if (entry.Text() == TrustedAccessForCyber)
                return new ModelEvent.ModelVerification([TrustedAccessForCyber]);
        }

        return null;
    }
}

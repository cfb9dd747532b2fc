using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[model_providers.amazon-bedrock.aws]</c>.</summary>
public sealed record ModelProviderAwsSection
{
    /// <summary>AWS profile.</summary>
    public string? Profile { get; init; }

    /// <summary>AWS region.</summary>
    public string? Region { get; init; }

    internal static ModelProviderAwsSection Read(TableReader table) => new()
    {
        Profile = table.String("profile"),
        Region = table.String("region"),
    };
}

namespace Codex.Backend.Bedrock;

/// <summary>Where Bedrock serves the Responses API (<c>codex-rs/model-provider/src/amazon_bedrock/mantle.rs</c>).</summary>
internal static class BedrockRegions
{
    private static readonly string[] s_regions =
    [
        "us-east-2", "us-east-1", "us-west-2", "ap-southeast-3", "ap-south-1", "ap-northeast-1",
        "eu-central-1", "eu-west-1", "eu-west-2", "eu-south-1", "eu-north-1", "sa-east-1",
    ];

    /// <summary>The root of the addresses in a region; null where there is no service.</summary>
    public static string? BaseUrl(string region) => s_regions.Contains(region) ? $"https://bedrock-mantle.{region}.api.aws/openai/v1" : null;
}

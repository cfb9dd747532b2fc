using Codex.Backend.McpAuth.Discovery;

namespace Codex.Backend.Tests.McpAuth;

public sealed class BearerChallengeTests
{
    private static readonly Uri s_server = new("https://mcp.example/v1/mcp");

    [Theory]
    [InlineData("Bearer resource_metadata=\"https://a.example/meta\"", "https://a.example/meta", "")]
    [InlineData("Bearer realm=x, RESOURCE_METADATA=\"/meta\", scope=\"r w\"", "https://mcp.example/meta", "r w")]
    [InlineData("Bearer scope=one, resource_metadata=https://a.example/m, error=\"x\"", "https://a.example/m", "one")]
    [InlineData("Bearer error=\"say \\\"no\\\"\", resource_metadata= \"meta\"", "https://mcp.example/v1/meta", "")]
    [InlineData("Bearer not_resource_metadata=\"https://wrong/\", resource_metadata=\"https://right.example/\"", "https://right.example/", "")]
    public void The_document_and_the_scopes_are_found(string header, string metadata, string scopes)
    {
        var challenge = BearerChallenge.Parse(header, s_server)!;

        Assert.Equal((metadata, scopes), (challenge.Metadata.AbsoluteUri, string.Join(' ', challenge.Scopes)));
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Basic realm=\"x\"")]
    [InlineData("Bearer resource_metadata=\"https://unterminated")]
    [InlineData("Bearer resource_metadata=\"file:///etc/passwd\"")]
    public void Headers_without_a_document_say_nothing(string header) => Assert.Null(BearerChallenge.Parse(header, s_server));
}

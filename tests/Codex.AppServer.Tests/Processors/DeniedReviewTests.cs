using System.Text.Json;
using Codex.AppServer.Processors;
using Codex.AppServer.Protocol.Connections;
using Codex.Protocol.AutoReviews;

namespace Codex.AppServer.Tests.Processors;

public sealed class DeniedReviewTests
{
    [Fact]
    public void A_review_is_read_as_the_engine_writes_it()
    {
        var (isDenied, action) = Read("""{"id":"r","status":"denied","action":{"command":"ls","cwd":"/","source":"shell","type":"command"}}""");
        Assert.True(isDenied);
        Assert.Equal(new ReviewedAction.Command(ReviewedCommandSource.Shell, "ls", "/"), action);
        Assert.False(Read("""{"id":"r","status":"approved","action":{"type":"request_permissions","reason":null,"permissions":{"network":null}}}""").IsDenied);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"id":"r","status":"denied"}""")]
    [InlineData("""{"id":1,"status":"denied","action":{"type":"command","source":"shell","command":"ls","cwd":"/"}}""")]
    [InlineData("""{"id":"r","status":"no","action":{"type":"command","source":"shell","command":"ls","cwd":"/"}}""")]
    [InlineData("""{"id":"r","status":"denied","action":{"type":"other"}}""")]
    [InlineData("""{"id":"r","status":"denied","action":{"type":"command"}}""")]
    [InlineData("""{"id":"r","status":"denied","action":{"type":"command","source":"shell","command":null,"cwd":"/"}}""")]
    [InlineData("""{"id":"r","status":"denied","action":null}""")]
    public void Anything_else_is_refused(string json)
    {
        var error = Assert.Throws<JsonRpcException>(() => Read(json));
        Assert.StartsWith("invalid Guardian denial event: ", error.Message, StringComparison.Ordinal);
    }

    private static (bool IsDenied, ReviewedAction Action) Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return DeniedReview.Read(document.RootElement.Clone());
    }
}

using Codex.Backend.Auth;
using Codex.Backend.Bedrock.Keys;
using Codex.TestSupport.Time;

namespace Codex.Backend.Tests.Bedrock.Keys;

public sealed class AwsKeyChainTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task The_first_source_with_keys_counts()
    {
        using var chain = new AwsKeyChain([new Source(() => null), new Source(() => Keys("A")), new Source(() => throw new InvalidOperationException())], _clock);
        Assert.Equal("A", (await chain.GetAsync(TestContext.Current.CancellationToken)).AccessKeyId);
    }

    [Fact]
    public async Task A_source_that_leads_nowhere_is_not_passed_over()
    {
        using var chain = new AwsKeyChain([new Source(() => throw new AwsKeysException("nowhere")), new Source(() => Keys("A"))], _clock);
        await Assert.ThrowsAsync<AwsKeysException>(() => chain.GetAsync(TestContext.Current.CancellationToken).AsTask());
    }

    [Theory]
    [InlineData(60, 49, 1)]
    [InlineData(60, 50, 2)]
    [InlineData(null, 889, 1)]
    [InlineData(null, 890, 2)]
    public async Task Keys_are_kept_until_shortly_before_their_end(int? lifetimeSeconds, int passedSeconds, int expected)
    {
        var asked = 0;
        using var chain = new AwsKeyChain([new Source(() => Keys($"{++asked}", lifetimeSeconds))], _clock);
        await chain.GetAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(passedSeconds));

        Assert.Equal($"{expected}", (await chain.GetAsync(TestContext.Current.CancellationToken)).AccessKeyId);
    }

    [Fact]
    public async Task Requests_at_once_ask_once()
    {
        var asked = 0;
        using var chain = new AwsKeyChain([new Source(() => Keys($"{Interlocked.Increment(ref asked)}"))], _clock);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => chain.GetAsync(TestContext.Current.CancellationToken).AsTask())));
        Assert.Equal(1, asked);
    }

    private AwsCredentials Keys(string id, int? lifetimeSeconds = null) => new(id, new Secret("s"), null)
    {
        Expiration = lifetimeSeconds is { } seconds ? _clock.GetUtcNow() + TimeSpan.FromSeconds(seconds) : null,
    };

    private sealed class Source(Func<AwsCredentials?> find) : IAwsKeySource
    {
        public ValueTask<AwsCredentials?> FindAsync(CancellationToken cancellationToken) => ValueTask.FromResult(find());
    }
}

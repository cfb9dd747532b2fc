using Codex.Backend.Http;
using Codex.Platform.Environment;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>Asks servers that hand out keys. Connections are made when they are needed first.</summary>
/// <param name="environment">Proxies and certificates.</param>
/// <param name="time">The clock of pauses.</param>
internal sealed class AwsHttp(HostEnvironment environment, TimeProvider time) : IDisposable
{
    private const int Attempts = 3;
    private const int LargestAnswer = 1 << 20;

    // What is on this machine or beside it answers at once or is not there.
    private static readonly TimeSpan s_nearby = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_remote = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly Lazy<HttpClient> _remote = new(() => Client(HttpHandlerFactory.Create(environment), s_remote));
    private readonly Lazy<HttpClient> _nearby = new(static () => Client(HttpHandlerFactory.CreateDirect(s_nearby), s_nearby));

    /// <summary>Asks a service, by way of the proxies of the environment.</summary>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public Task<AwsAnswer> AskAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken) =>
        AskAsync(_remote.Value, request, cancellationToken);

    /// <summary>Asks what is on this machine or beside it.</summary>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public Task<AwsAnswer> AskNearbyAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken) =>
        AskAsync(_nearby.Value, request, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_remote.IsValueCreated)
            _remote.Value.Dispose();
        if (_nearby.IsValueCreated)
            _nearby.Value.Dispose();
    }

    private static HttpClient Client(HttpMessageHandler handler, TimeSpan timeout) =>
        new(handler) { Timeout = timeout, MaxResponseContentBufferSize = LargestAnswer };

    private async Task<AwsAnswer> AskAsync(HttpClient client, Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await AskOnceAsync(client, request, cancellationToken).ConfigureAwait(false);
            if (attempt == Attempts || (int)answer.Status is not (429 or >= 500))
                return answer;
            await Task.Delay(s_pause * (1 << attempt), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<AwsAnswer> AskOnceAsync(HttpClient client, Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        using var request = create();
        try
        {
            using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new AwsAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"{request.RequestUri!.Host} did not answer in time", exception);
        }
    }
}

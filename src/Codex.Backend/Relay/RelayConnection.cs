using Codex.Backend.Relay.Dumps;

namespace Codex.Backend.Relay;

/// <summary>A caller: its requests, one after the other.</summary>
internal sealed class RelayConnection(RelayOptions options, Upstream upstream, ExchangeDumps? dumps, Stream stream, Action shutDown)
{
    private readonly RequestReader _reader = new(stream);

    /// <summary>Serves the caller until one of both has enough.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _reader.ReadHeadAsync(cancellationToken).ConfigureAwait(false) is { } request)
            {
                if (!await AnswerAsync(request, cancellationToken).ConfigureAwait(false))
                    return;
            }
        }
        catch (InvalidDataException)
        {
            await AnswerAsync(400, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The caller went away, or the relay ends.
        }
    }

    /// <returns>Whether the connection goes on.</returns>
    private async Task<bool> AnswerAsync(IncomingRequest request, CancellationToken cancellationToken)
    {
        if (options.AllowsShutdown && request is { Method: "GET", Target: "/shutdown" })
        {
            await AnswerAsync(200, cancellationToken).ConfigureAwait(false);
            shutDown();
            return false;
        }

        var body = new IncomingBody(_reader, request, stream);
        await using (body.ConfigureAwait(false))
        {
            return request is { Method: "POST", Target: "/v1/responses" }
                ? await ForwardAsync(request, body, cancellationToken).ConfigureAwait(false)
                : await RefuseAsync(body, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> RefuseAsync(IncomingBody body, CancellationToken cancellationToken)
    {
        var goesOn = await body.DrainAsync(cancellationToken).ConfigureAwait(false);
        await AnswerAsync(403, cancellationToken).ConfigureAwait(false);
        return goesOn;
    }

    private async Task<bool> ForwardAsync(IncomingRequest request, IncomingBody body, CancellationToken cancellationToken)
    {
        Stream content = body;
        var dump = dumps is null ? null : await dumps.BeginAsync(request, body, cancellationToken).ConfigureAwait(false);
        if (dump is not null)
            content = dump.Body;
        HttpResponseMessage response;
        try
        {
            response = await upstream.SendAsync(request, content, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            options.Report("forwarding error: forwarding request to upstream");
            await AnswerAsync(500, cancellationToken).ConfigureAwait(false);
            return false;
        }

        using (response)
        {
            using var answer = new OutgoingAnswer(stream, response, request.KeepsConnection, dump);
            await answer.WriteAsync(cancellationToken).ConfigureAwait(false);
        }

        return request.KeepsConnection && await body.DrainAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task AnswerAsync(int status, CancellationToken cancellationToken) =>
        stream.WriteAsync(AnswerHead.WithoutBody(status, options.Time), cancellationToken).AsTask();
}

namespace Codex.Execution.Network.Http;

/// <summary>One request of a client and its answer, passed on or made up by us.</summary>
/// <param name="client">The client.</param>
/// <param name="context">What connections share.</param>
/// <param name="failure">What a client is told when a server cannot be reached or speaks no HTTP.</param>
internal sealed class HttpExchange(Stream client, NetworkContext context, string failure)
{
    /// <summary>Reads what the client sends.</summary>
    internal HttpReader Reader { get; } = new(client);

    /// <summary>The head of the request; null when there is none.</summary>
    /// <exception cref="HttpHeadException">It is none, or does not come.</exception>
    internal async Task<HttpHead?> ReadRequestAsync(CancellationToken cancellationToken)
    {
        using var limit = new IdleLimit(context.HeadLimit, context.Time, cancellationToken);
        try
        {
            return await Reader.ReadHeadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpHeadException(408, "request head did not arrive in time");
        }
    }

    /// <summary>Passes a request on and its answer back; nothing behind the request is read.</summary>
    /// <param name="head">The request.</param>
    /// <param name="passedOn">Its head as the server gets it.</param>
    /// <param name="connect">Connects to the server.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    internal async Task ForwardAsync(HttpHead head, byte[] passedOn, Func<CancellationToken, Task<Stream>> connect, CancellationToken cancellationToken)
    {
        if (await ConnectAsync(connect, cancellationToken).ConfigureAwait(false) is not { } server)
            return;
        await using (server.ConfigureAwait(false))
        {
            using var limit = new IdleLimit(context.IdleLimit, context.Time, cancellationToken);
            await server.WriteAsync(passedOn, limit.Token).ConfigureAwait(false);
            var sending = SendBodyAsync(head, server, limit);
            try
            {
                await PassBackAsync(server, limit).ConfigureAwait(false);
            }
            finally
            {
                // A server may answer before it has read everything.
                await limit.EndAsync().ConfigureAwait(false);
                await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Connects, or tells the client that there is no way.</summary>
    internal async Task<T?> ConnectAsync<T>(Func<CancellationToken, Task<T>> connect, CancellationToken cancellationToken)
        where T : Stream
    {
        try
        {
            return await connect(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpHeadException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await AnswerAsync(502, failure, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Answers with a sentence of ours.</summary>
    internal ValueTask AnswerAsync(int status, string message, CancellationToken cancellationToken) =>
        client.WriteAsync(HttpAnswer.Plain(status, message, context.Time.GetUtcNow()), cancellationToken);

    /// <summary>Tells the client why its request does not pass.</summary>
    internal ValueTask RefuseAsync(NetworkRequest request, NetworkVerdict verdict, CancellationToken cancellationToken) =>
        client.WriteAsync(HttpAnswer.Blocked(request, verdict, context.Time.GetUtcNow()), cancellationToken);

    private async Task SendBodyAsync(HttpHead head, Stream server, IdleLimit limit)
    {
        if (head.BodyLength() is { } length)
            await Reader.CopyAsync(server, length, limit.Token).ConfigureAwait(false);
        else
            await Reader.CopyChunksAsync(server, limit.Token).ConfigureAwait(false);
    }

    private async Task PassBackAsync(Stream server, IdleLimit limit)
    {
        var reader = new HttpReader(server);
        HttpHead? head;
        do
        {
            head = await ReadAnswerAsync(reader, limit).ConfigureAwait(false);
            if (head is null)
            {
                await AnswerAsync(502, failure, limit.Token).ConfigureAwait(false);
                return;
            }

            await client.WriteAsync(HttpForwarding.Response(head), limit.Token).ConfigureAwait(false);
        }
        while (head.StartLine[1] is ['1', _, _]);

        await Tunnel.CopyAsync(reader.ReadAsync, client, limit).ConfigureAwait(false);
    }

    private static async Task<HttpHead?> ReadAnswerAsync(HttpReader reader, IdleLimit limit)
    {
        try
        {
            return await reader.ReadHeadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpHeadException or IOException)
        {
            return null;
        }
    }
}

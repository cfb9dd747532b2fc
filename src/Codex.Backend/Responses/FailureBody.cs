namespace Codex.Backend.Responses;

/// <summary>Reads the body of an error answer.</summary>
internal static class FailureBody
{
    private const int MaximumBytes = 1024 * 1024;

    /// <summary>The body, or as much of it as came, up to 1 MiB.</summary>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var buffer = new byte[16 * 1024];
            int count;
            while (body.Length < MaximumBytes && (count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                body.Write(buffer, 0, count);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The status alone still tells what happened.
        }

        return body.ToArray();
    }
}

using System.Globalization;
using System.Text;
using Codex.Backend.Responses;

namespace Codex.Backend.Relay;

/// <summary>Heads of answers.</summary>
internal static class AnswerHead
{
    /// <summary>A whole answer that has no body, and is the last one unless <paramref name="status"/> is a refusal.</summary>
    public static byte[] WithoutBody(int status, TimeProvider time) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"HTTP/1.1 {StatusText.Of(status)}\r\nDate: {time.GetUtcNow():R}\r\nContent-Length: 0\r\n\r\n"));

    /// <summary>The head of the server's answer; how its body is sent is up to us.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="framing">The lines about the body.</param>
    public static byte[] Of(HttpResponseMessage response, string framing)
    {
        var head = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)response.StatusCode} {response.ReasonPhrase}\r\n"));
        foreach (var (name, value) in Lines(response))
        {
            if (!RelayedHeaders.IsFraming(name))
                head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return Encoding.UTF8.GetBytes(head.Append(framing).Append("\r\n").ToString());
    }

    /// <summary>All headers of an answer, one by one, with small names.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Lines(HttpResponseMessage response)
    {
        foreach (var headers in new[] { response.Headers.NonValidated, response.Content.Headers.NonValidated })
        {
            foreach (var (name, values) in headers)
            {
                foreach (var value in values)
                    yield return new(name.ToLowerInvariant(), value);
            }
        }
    }
}

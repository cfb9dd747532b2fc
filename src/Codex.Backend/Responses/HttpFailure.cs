using System.Net.Http.Headers;
using System.Text;

namespace Codex.Backend.Responses;

/// <summary>An answer with an error status, and what it means to the user (<c>codex-rs/codex-api/src/api_bridge.rs</c>).</summary>
internal sealed class HttpFailure(int status, string? url, HttpResponseHeaders headers, byte[] body)
{
    private const string InvalidImageText = "The image data you provided does not represent a valid image";

    private bool _isPage;

    /// <summary>Reads an answer.</summary>
    public static async Task<HttpFailure> ReadAsync(string url, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await FailureBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        return new HttpFailure((int)response.StatusCode, url, response.Headers, body) { _isPage = HtmlPage.IsOne(response) };
    }

    /// <summary>Whether the request itself may be repeated: server errors only, never 429.</summary>
    public bool MayRepeat => status is >= 500 and < 600;

    /// <summary>The error for the turn.</summary>
    public ModelException ToException(TimeProvider time) => status switch
    {
        503 when ErrorBody.Find(body)?.Code is "server_is_overloaded" or "slow_down" => ModelErrors.Overloaded(),
        400 => BadRequest(),
        429 => TooManyRequests(time),
        500 => ModelErrors.InternalServerError(),
        _ => new ModelException(ModelFailure.UnexpectedStatus, UnexpectedStatusText()) { HttpStatus = status },
    };

    private ModelException BadRequest()
    {
        if (ErrorBody.Find(body) is { Code: "cyber_policy" } error)
            return ModelErrors.CyberPolicy(error.Message);
        var text = _isPage ? HtmlPage.Describe(Text()) : Text();
        return text.Contains(InvalidImageText, StringComparison.Ordinal)
            ? new ModelException(ModelFailure.InvalidImage, "Image poisoning")
            : ModelErrors.InvalidRequest(text);
    }

    private ModelException TooManyRequests(TimeProvider time) => ErrorBody.Find(body) switch
    {
        { Type: "usage_limit_reached" } error => UsageLimit(error, time),
        { Type: "usage_not_included" } => ModelErrors.UsageNotIncluded(),
        _ => new ModelException(ModelFailure.RetryLimit, RetryLimitText()) { HttpStatus = status },
    };

    private ModelException UsageLimit(ErrorBody error, TimeProvider time)
    {
        var snapshot = RateLimitHeaders.ReadActive(headers);
        var message = new UsageLimitMessage(time)
        {
            PlanType = error.PlanType,
            ResetsAt = error.ResetsAt,
            LimitName = snapshot.LimitName,
            PromotionText = RateLimitHeaders.PromotionText(headers),
            ReachedType = RateLimitHeaders.ReachedType(headers),
        };
        return new ModelException(ModelFailure.UsageLimit, message.ToString()) { RateLimits = snapshot, HttpStatus = status };
    }

    private string RetryLimitText()
    {
        var text = $"exceeded retry limit, last status: {StatusText.Of(status)}";
        return (RequestId ?? headers.First("cf-ray")) is { } id ? $"{text}, request id: {id}" : text;
    }

    private string UnexpectedStatusText()
    {
        var text = new StringBuilder();
        if (IsBlockedByCloudflare())
            text.Append($"Access blocked by Cloudflare. This usually happens when connecting from a restricted region (status {StatusText.Of(status)})");
        else
            text.Append($"unexpected status {StatusText.Of(status)}: {Explanation()}");
        Add(", url: ", url);
        Add(", cf-ray: ", headers.First("cf-ray"));
        Add(", request id: ", RequestId);
        Add(", auth error: ", headers.First("x-openai-authorization-error"));
        Add(", auth error code: ", ErrorHeader.Code(headers));
        return text.ToString();

        void Add(string label, string? value) => text.Append(value is null ? "" : label + value);
    }

    private string? RequestId => headers.First("x-request-id") ?? headers.First("x-oai-request-id");

    private bool IsBlockedByCloudflare() =>
        status == 403 && Text() is var text && text.Contains("Cloudflare", StringComparison.Ordinal) && text.Contains("blocked", StringComparison.Ordinal);

    private string Explanation()
    {
        if (ErrorBody.Find(body)?.Message?.Trim() is { Length: > 0 } message)
            return message;
        if (_isPage)
            return HtmlPage.Describe(Text());
        var text = Text().Trim();
        return text.Length == 0 ? "Unknown error" : ShortText.Cut(text);
    }

    private string Text() => Encoding.UTF8.GetString(body);
}

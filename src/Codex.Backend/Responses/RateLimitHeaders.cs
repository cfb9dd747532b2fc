using System.Globalization;
using System.Net.Http.Headers;
using Codex.Protocol.Accounting;

namespace Codex.Backend.Responses;

/// <summary>Reads limits out of response headers (<c>codex-rs/codex-api/src/rate_limits.rs</c>).</summary>
internal static class RateLimitHeaders
{
    private const string DefaultLimit = "codex";
    private const string FamilySuffix = "-primary-used-percent";

    /// <summary>The default family, which is always reported, then every other family with data, by id.</summary>
    public static IReadOnlyList<RateLimitSnapshot> ReadAll(HttpResponseHeaders headers)
    {
        var snapshots = new List<RateLimitSnapshot>(1) { Read(headers, DefaultLimit) };
        foreach (var limit in OtherLimits(headers))
        {
            var snapshot = Read(headers, limit);
            if (snapshot is not { Primary: null, Secondary: null, Credits: null })
                snapshots.Add(snapshot);
        }

        return snapshots;
    }

    /// <summary>The family that the server names as the active one.</summary>
    public static RateLimitSnapshot ReadActive(HttpResponseHeaders headers) =>
        Read(headers, headers.FirstNonBlank("x-codex-active-limit") ?? DefaultLimit);

    /// <summary>A promotional sentence that replaces the explanation of a limit.</summary>
    public static string? PromotionText(HttpResponseHeaders headers) => headers.FirstNonBlank("x-codex-promo-message");

    /// <summary>Which kind of limit was hit.</summary>
    public static string? ReachedType(HttpResponseHeaders headers) => headers.FirstNonBlank("x-codex-rate-limit-reached-type");

    private static SortedSet<string> OtherLimits(HttpResponseHeaders headers)
    {
        var limits = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var header in headers.NonValidated)
        {
            if (LimitOf(header.Key) is { } limit && limit != DefaultLimit)
                limits.Add(limit);
        }

        return limits;
    }

    private static string? LimitOf(string header) =>
        header.StartsWith("x-", StringComparison.OrdinalIgnoreCase) && header.EndsWith(FamilySuffix, StringComparison.OrdinalIgnoreCase)
            && header.Length >= 2 + FamilySuffix.Length
            ? IdOf(header[2..^FamilySuffix.Length])
            : null;

    private static string IdOf(string name) => name.Trim().ToLowerInvariant().Replace('-', '_');

    private static RateLimitSnapshot Read(HttpResponseHeaders headers, string limit)
    {
        var name = limit.ToLowerInvariant().Replace('_', '-');
        return new RateLimitSnapshot
        {
            LimitId = IdOf(name),
            LimitName = headers.FirstNonBlank($"x-{name}-limit-name"),
            Primary = ReadWindow(headers, $"x-{name}-primary-"),
            Secondary = ReadWindow(headers, $"x-{name}-secondary-"),
            Credits = ReadCredits(headers),
        };
    }

    // A window that is unused and has neither length nor reset says nothing.
    private static RateLimitWindow? ReadWindow(HttpResponseHeaders headers, string prefix)
    {
        if (!double.TryParse(headers.First(prefix + "used-percent"), NumberStyles.Float, CultureInfo.InvariantCulture, out var used)
            || !double.IsFinite(used))
            return null;
        var minutes = ReadInteger(headers, prefix + "window-minutes");
        var resetsAt = ReadInteger(headers, prefix + "reset-at");
        return used == 0 && minutes is null or 0 && resetsAt is null ? null : new RateLimitWindow(used, minutes, resetsAt);
    }

    private static CreditsSnapshot? ReadCredits(HttpResponseHeaders headers) =>
        ReadBoolean(headers, "x-codex-credits-has-credits") is { } hasCredits && ReadBoolean(headers, "x-codex-credits-unlimited") is { } unlimited
            ? new CreditsSnapshot(hasCredits, unlimited, headers.FirstNonBlank("x-codex-credits-balance"))
            : null;

    private static long? ReadInteger(HttpResponseHeaders headers, string name) =>
        long.TryParse(headers.First(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static bool? ReadBoolean(HttpResponseHeaders headers, string name) => headers.First(name) switch
    {
        "1" => true,
        "0" => false,
        { } text when bool.TryParse(text, out var value) => value,
        _ => null,
    };
}

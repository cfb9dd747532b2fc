using System.Globalization;

namespace Codex.Backend.Responses;

/// <summary>
/// Explains a usage limit. Which explanation applies, and where the reset time stands, follows the original
/// (<c>codex-rs/protocol/src/error.rs</c>); the sentences are our own.
/// </summary>
internal sealed class UsageLimitMessage(TimeProvider time)
{
    private const string Opening = "You've hit your usage limit";

    /// <summary>The account's plan as the server names it.</summary>
    public string? PlanType { get; init; }

    /// <summary>When the limit ends, in Unix seconds.</summary>
    public long? ResetsAt { get; init; }

    /// <summary>Display name of the limit that was hit.</summary>
    public string? LimitName { get; init; }

    /// <summary>A sentence of the server that replaces ours.</summary>
    public string? PromotionText { get; init; }

    /// <summary>Which kind of limit was hit.</summary>
    public string? ReachedType { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        if (LimitName is { } name && !name.Equals("codex", StringComparison.OrdinalIgnoreCase))
            return $"{Opening} for {name}. Another model still works now,{OrRetry()}";
        if (WorkspaceText() is { } workspace)
            return workspace;
        return PromotionText is { } text ? $"{Opening}. {text},{OrRetry()}" : PlanText();
    }

    private string? WorkspaceText() => ReachedType switch
    {
        "workspace_owner_credits_depleted" => "Your workspace has no credits left. Add credits to go on.",
        "workspace_member_credits_depleted" => "Your workspace has no credits left. Its owner has to add credits before you can go on.",
        "workspace_owner_usage_limit_reached" => "Your workspace has reached the spend cap you set. Raise the cap to go on.",
        "workspace_member_usage_limit_reached" => "You have reached the spend cap that your workspace owner set. Ask an owner to raise it.",
        _ => null,
    };

    private string PlanText() => PlanType?.ToLowerInvariant() switch
    {
        "plus" => $"{Opening}. Move to Pro (https://chatgpt.com/explore/pro), buy credits at https://chatgpt.com/codex/settings/usage{OrRetry()}",
        "team" or "business" or "self_serve_business_usage_based" or "enterprise_cbp_usage_based" =>
            $"{Opening}. Your admin can give you more{OrRetry()}",
        "free" or "go" => $"{Opening}. Plus lets you go on now (https://chatgpt.com/explore/plus),{OrRetry()}",
        "pro" or "prolite" => $"{Opening}. Buy credits at https://chatgpt.com/codex/settings/usage{OrRetry()}",
        _ => $"{Opening}.{Retry()}",
    };

    // A time outside the calendar is no time.
    private long? Reset() => ResetsAt is >= -62_135_596_800 and <= 253_402_300_799 ? ResetsAt : null;

    private string Retry() => Reset() is { } seconds ? $" Try again at {Moment(seconds)}." : " Try again later.";

    private string OrRetry() => Reset() is { } seconds ? $" or try again at {Moment(seconds)}." : " or try again later.";

    private string Moment(long unixSeconds)
    {
        var reset = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(unixSeconds), time.LocalTimeZone);
        var format = reset.Date == time.GetLocalNow().Date ? "h:mm tt" : $"MMM d'{DaySuffix(reset.Day)}', yyyy h:mm tt";
        return reset.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string DaySuffix(int day) => day switch
    {
        11 or 12 or 13 => "th",
        _ when day % 10 == 1 => "st",
        _ when day % 10 == 2 => "nd",
        _ when day % 10 == 3 => "rd",
        _ => "th",
    };
}

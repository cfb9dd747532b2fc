namespace Codex.Backend.Auth.Login;

/// <summary>Why a login in the browser has failed.</summary>
/// <param name="Message">For the user.</param>
/// <param name="Code">The login server's or our code for it.</param>
/// <param name="Details">More words, when there are any.</param>
internal sealed record LoginFailure(string Message, string Code, string? Details = null)
{
    private const string NotEntitled = "missing_codex_entitlement";

    /// <summary>What the login server reports in place of a code.</summary>
    public static LoginFailure FromServer(string code, string? description)
    {
        var failure = new LoginFailure("", code, description);
        if (failure.IsNotEntitled)
            return failure with { Message = "Codex is not enabled for your workspace. Contact your workspace administrator to request access to Codex." };
        return failure with { Message = $"Sign-in failed: {(string.IsNullOrWhiteSpace(description) ? code : description)}" };
    }

    /// <summary>Whether the account has no right to use Codex.</summary>
    public bool IsNotEntitled => Code == "access_denied" && Details?.Contains(NotEntitled, StringComparison.OrdinalIgnoreCase) == true;
}

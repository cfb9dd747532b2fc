using Codex.Backend.Auth;
using Codex.Configuration.Sections;

namespace Codex.Backend.Tests.Auth;

public sealed class LoginRestrictionsTests
{
    private static readonly StoredLogin s_key = StoredLogin.OfApiKey("k");
    private static readonly StoredLogin s_chatGpt = StoredLogin.OfChatGpt(Logins.ChatGpt(DateTimeOffset.UnixEpoch, "acc1"));

    [Fact]
    public void Without_restrictions_every_login_is_fine() => Assert.Null(new LoginRestrictions(null, null).WhyNot(s_chatGpt));

    [Fact]
    public void A_method_can_be_forced()
    {
        Assert.Null(new LoginRestrictions(LoginMethod.Api, null).WhyNot(s_key));
        Assert.Null(new LoginRestrictions(LoginMethod.ChatGpt, null).WhyNot(s_chatGpt));
        Assert.Equal(
            "API key login is required, but ChatGPT is currently being used. Logging out.",
            new LoginRestrictions(LoginMethod.Api, null).WhyNot(s_chatGpt));
        Assert.Equal(
            "ChatGPT login is required, but an API key is currently being used. Logging out.",
            new LoginRestrictions(LoginMethod.ChatGpt, null).WhyNot(s_key));
    }

    [Fact]
    public void Workspaces_can_be_forced()
    {
        var restrictions = new LoginRestrictions(null, ["a", "b"]);

        Assert.Null(restrictions.WhyNot(s_key));
        Assert.Null(new LoginRestrictions(null, ["a", "acc1"]).WhyNot(s_chatGpt));
        Assert.Equal(
            "Login is restricted to workspace(s) a, b, but current credentials belong to acc1. Logging out.", restrictions.WhyNot(s_chatGpt));
        Assert.Equal(
            "Login is restricted to workspace(s) a, b, but current credentials lack a workspace identifier. Logging out.",
            restrictions.WhyNot(s_chatGpt with { Claims = IdTokenClaims.Empty }));
        Assert.Equal(
            "Failed to load ChatGPT credentials while enforcing workspace restrictions: Token data is not available.. Logging out.",
            restrictions.WhyNot(StoredLogin.OfChatGpt(new AuthDocument { Mode = AuthMode.ChatGpt })));
    }
}

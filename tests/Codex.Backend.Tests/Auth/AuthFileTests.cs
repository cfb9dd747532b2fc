using System.Buffers.Text;
using System.Text;
using Codex.Backend.Auth;
using Codex.TestSupport.Files;

namespace Codex.Backend.Tests.Auth;

public sealed class AuthFileTests
{
    private static readonly string s_token = "h." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        """{"https://api.openai.com/auth":{"chatgpt_account_id":"from-token","chatgpt_account_is_fedramp":true}}""")) + ".s";

    [Theory]
    [InlineData("""{"auth_mode":"apikey","OPENAI_API_KEY":"sk-1"}""")]
    [InlineData("""{"OPENAI_API_KEY":"sk-1","tokens":{"access_token":"x"}}""")]
    public void An_api_key_is_used(string json)
    {
        var login = Read(json)!;

        Assert.Equal(("sk-1", false), (login.Bearer.Reveal(), login.IsChatGpt));
    }

    [Theory]
    [InlineData("""{"auth_mode":"chatgpt","OPENAI_API_KEY":"sk-1","tokens":{"id_token":"ID","access_token":"at","refresh_token":"r","account_id":"acc"}}""", "acc")]
    [InlineData("""{"OPENAI_API_KEY":null,"tokens":{"id_token":"ID","access_token":"at","refresh_token":"r","account_id":null}}""", "from-token")]
    public void A_chatgpt_login_brings_its_account(string json, string account)
    {
        var login = Read(json.Replace("ID", s_token, StringComparison.Ordinal))!;

        Assert.Equal(("at", true, account, true), (login.Bearer.Reveal(), login.IsChatGpt, login.AccountId, login.IsFedRamp));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"auth_mode":"apikey","OPENAI_API_KEY":null}""")]
    [InlineData("""{"auth_mode":"chatgpt","tokens":{"id_token":"not-a-token","access_token":"at"}}""")]
    [InlineData("""{"agent_identity":"x.y.z"}""")]
    public void What_cannot_be_used_is_no_login(string? json) => Assert.Null(Read(json));

    private static StoredLogin? Read(string? json)
    {
        using var directory = new TempDirectory();
        if (json is not null)
            directory.Write("auth.json", json);
        return AuthFile.Read(directory.Root);
    }
}

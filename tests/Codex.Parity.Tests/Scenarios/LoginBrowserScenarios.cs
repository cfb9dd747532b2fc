using System.Net;
using System.Net.Sockets;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>
/// <c>codex login</c> in a browser. The browser is a script that writes the page's address into the workspace; the test goes
/// there in its place and notes the answers in a file, which is compared.
/// </summary>
public sealed class LoginBrowserScenarios
{
    private const string Tokens = "POST /oauth/token";
    private static readonly Reply s_tokens = Reply.To(static request => request.Text.StartsWith("grant_type=authorization_code", StringComparison.Ordinal)
        ? Reply.WithStatus(200, $$"""{"id_token":"{{LoginFiles.IdToken}}","access_token":"{{LoginFiles.AccessToken(LoginFiles.Future)}}","refresh_token":"r"}""")
        : Reply.WithStatus(200, """{"access_token":"sk-exchanged"}"""));

    [Fact]
    public Task A_code_becomes_a_login() => BothPrograms.AgreeOnAsync(Browser(
        s_tokens, "/auth/callback?code=a%2Bcode&state={state}", "/success?codex_streamlined_login=true"));

    [Fact]
    public Task A_code_without_a_key_of_the_api_platform() => BothPrograms.AgreeOnAsync(Browser(
        Reply.To(request => request.Text.StartsWith("grant_type=authorization_code", StringComparison.Ordinal) ? s_tokens.Make!(request) : Reply.WithStatus(403, "no key")),
        "/auth/callback?code=c&state={state}",
        "/success"));

    [Fact]
    public Task A_login_server_that_is_slow() => BothPrograms.AgreeOnAsync(Browser(
        Reply.To(static request => s_tokens.Make!(request).After(TimeSpan.FromSeconds(1))), "/auth/callback?code=c&state={state}", "/success"));

    [Fact]
    public Task A_wrong_state_and_foreign_paths_then_an_end() => BothPrograms.AgreeOnAsync(Browser(
        s_tokens, "/favicon.ico", "/auth/callback?code=c&state=wrong", "/auth/callback?code=c", "/cancel"));

    [Theory]
    [InlineData("error=access_denied&error_description=no+thanks")]
    [InlineData("error=access_denied&error_description=missing_codex_entitlement")]
    [InlineData("error=server_error")]
    [InlineData("code=")]
    public Task A_refusal_of_the_page(string query) => BothPrograms.AgreeOnAsync(
        Browser(s_tokens, $"/auth/callback?{query}&state={{state}}"), $"page_{query}");

    [Theory]
    [InlineData(400, """{"error":"invalid_grant","error_description":"the code has expired"}""")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(500, "")]
    public Task A_refusal_of_the_code(int status, string body) => BothPrograms.AgreeOnAsync(
        Browser(Reply.WithStatus(status, body), "/auth/callback?code=c&state={state}"), $"code_{status}_{body}");

    [Theory]
    [InlineData("\"acc1\"")]
    [InlineData("[\"x\", \"y\"]")]
    public Task A_forced_workspace(string workspaces) => BothPrograms.AgreeOnAsync(
        Browser(s_tokens, "/auth/callback?code=c&state={state}", "/success") with { Config = $"forced_chatgpt_workspace_id = {workspaces}" },
        $"browser_workspace_{workspaces}");

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 1455);
        other.Start();

        await BothPrograms.AgreeOnAsync(Browser(s_tokens, "/auth/callback?code=c&state={state}", "/success"));
    }

    // How the user is told what to do is worded by each program itself, and so are the pages.
    private static Scenario Browser(Reply tokens, params string[] steps) => new()
    {
        Runs = [new Invocation { Arguments = ["login"], During = side => VisitAsync(side, steps) }],
        SecureHost = "auth.openai.com",
        OneAfterTheOther = true,
        Timeout = TimeSpan.FromSeconds(25),
        Routes = new Dictionary<string, Reply> { [Tokens] = tokens },
        ComparesAllRequests = true,
        Home = static home =>
        {
            var script = Path.Combine(home, "browser.sh");
            File.WriteAllText(script, "#!/bin/sh\nprintf %s \"$1\" > \"$CODEX_HOME/../ws/url.new\"\nmv \"$CODEX_HOME/../ws/url.new\" \"$CODEX_HOME/../ws/url\"\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        },
        HomeFiles = ["auth.json"],
        Environment = new Dictionary<string, string?> { ["BROWSER"] = "{home}/browser.sh" },
        Deviations = [new("AUTH-3", Facet.Error, IsAdvice)],
    };

    private static bool IsAdvice(string line) =>
        line.Length == 0 || line.Contains("/oauth/authorize?", StringComparison.Ordinal) || line.Contains("browser", StringComparison.Ordinal) || line.Contains("--device-auth", StringComparison.Ordinal);

    private static async Task VisitAsync(LiveSide side, string[] steps)
    {
        await side.WaitForFileAsync("url", TestContext.Current.CancellationToken);
        var page = new Uri(await File.ReadAllTextAsync(Path.Combine(side.Workspace, "url")));
        File.Delete(Path.Combine(side.Workspace, "url"));
        var query = page.Query.TrimStart('?').Split('&').Select(static member => member.Split('=')).ToDictionary(static member => member[0], static member => Uri.UnescapeDataString(member[1]));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var (state, notes) = (query["state"], new List<string> { Describe(page, query) });
        foreach (var step in steps)
            notes.Add(await VisitAsync(browser, new Uri(query["redirect_uri"]).Port, step.Replace("{state}", state, StringComparison.Ordinal)));
        await File.WriteAllLinesAsync(Path.Combine(side.Workspace, "notes"), notes);
    }

    private static string Describe(Uri page, Dictionary<string, string> query)
    {
        (query["state"], query["code_challenge"]) = ($"{query["state"].Length} characters", $"{query["code_challenge"].Length} characters");
        return $"{page.GetLeftPart(UriPartial.Path)} {string.Join(" & ", query.Select(static member => $"{member.Key}={member.Value}"))}";
    }

    private static async Task<string> VisitAsync(HttpClient browser, int port, string target)
    {
        try
        {
            using var answer = await browser.GetAsync($"http://127.0.0.1:{port}{target}");
            var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
            var text = isPage ? "<page>" : await answer.Content.ReadAsStringAsync();
            return $"{(int)answer.StatusCode} {answer.Headers.Location} {text}";
        }
        catch (HttpRequestException)
        {
            return "nobody listens";
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>
/// <c>codex mcp login</c>, <c>logout</c> and what <c>add</c> and <c>list</c> do with logins, against a scripted MCP server with its
/// login server. The test takes the browser's place and notes what it sees in a file, which is compared.
/// </summary>
public sealed partial class McpLoginScenarios
{
    private const string Good = "code=c1&state={state}";

    private static readonly string s_metadata = """
        "issuer":"http://127.0.0.1:{port}","authorization_endpoint":"http://127.0.0.1:{port}/authorize","token_endpoint":"http://127.0.0.1:{port}/token",
        "response_types_supported":["code"]
        """;

    private static readonly string s_registering = s_metadata + ",\"registration_endpoint\":\"http://127.0.0.1:{port}/register\"";

    [Fact]
    public Task A_login_is_kept_listed_and_forgotten() => BothPrograms.AgreeOnAsync(Login([Good]) with
    {
        Runs = [Browse([Good], "mcp", "login", "s"), Plain("mcp", "list"), Plain("mcp", "list", "--json"), Plain("mcp", "logout", "s"), Plain("mcp", "logout", "s"), Plain("mcp", "list")],
    });

    [Fact]
    public Task A_server_that_is_added_is_logged_in_to() => BothPrograms.AgreeOnAsync(Login([Good], metadata: s_registering + ",\"scopes_supported\":[\"x\",\" y \",\"x\",\"\"]") with
    {
        Runs = [Browse([Good], "mcp", "add", "t", "--url", "http://127.0.0.1:{port}/mcp"), Plain("mcp", "get", "t")],
    });

    [Theory]
    [InlineData("", "--scopes", "p,q")]
    [InlineData("scopes = [\"z\"]")]
    [InlineData("oauth_resource = \" https://r.example/a b \"\noauth = { client_id = \"cid\" }")]
    [InlineData("oauth = { client_id = \"  \" }")]
    [InlineData("http_headers = { X-A = \"1\" }\nenv_http_headers = { X-B = \"FAKE_KEY\", X-C = \"NOT_THERE\" }")]
    public Task What_the_configuration_says_is_asked_for(string settings, params string[] options) => BothPrograms.AgreeOnAsync(
        Login([Good], settings, s_registering + ",\"scopes_supported\":[\"x\",\"offline_access\"]") with { Runs = [Browse([Good], ["mcp", "login", "s", .. options])] },
        $"mcp_login_{settings}_{string.Join(' ', options)}");

    [Fact]
    public Task The_server_says_where_its_login_is() => BothPrograms.AgreeOnAsync(Login([Good]) with
    {
        Routes = Routes(
            ("GET /mcp", _ => Reply.WithStatus(401).WithHeader("WWW-Authenticate", "Bearer error=\"x\", resource_metadata=\"/meta/resource\", scope=\"w1 w2\"")),
            ("GET /meta/resource", port => Reply.WithStatus(200, $$"""{"authorization_servers":["http://127.0.0.1:{{port}}/tenant"],"scopes_supported":["r1"]}""")),
            ("GET /.well-known/openid-configuration/tenant", port => Document(s_registering, port))),
    });

    [Fact]
    public Task A_document_about_the_resource_names_its_login() => BothPrograms.AgreeOnAsync(Login([Good]) with
    {
        Routes = Routes(
            ("GET /.well-known/oauth-protected-resource", port => Reply.WithStatus(200, """{"authorization_server":" ","authorization_servers":["/elsewhere/.well-known/x"],"scopes_supported":["r1","r2"]}""")),
            ("GET /elsewhere/.well-known/x", port => Document(s_registering, port))),
    });

    [Theory]
    [InlineData("error=access_denied")]
    [InlineData("error=access_denied&error_description=no")]
    [InlineData("error_description=no")]
    public Task The_user_refuses(string answer) => BothPrograms.AgreeOnAsync(
        Login(["/favicon.ico", "code=c1", answer], "scopes = [\"z\"]"), $"mcp_refused_{answer}");

    [Theory]
    [InlineData("")]
    [InlineData(",\"registration_endpoint\":\"http://127.0.0.1:{port}/refused\"")]
    [InlineData(",\"registration_endpoint\":\"http://127.0.0.1:{port}/html\"")]
    [InlineData(",\"registration_endpoint\":\"http://127.0.0.1:{port}/register\",\"response_types_supported\":[\"token\"]")]
    public Task No_client_can_be_registered(string metadata) => BothPrograms.AgreeOnAsync(
        Login(null, metadata: s_metadata.Replace(",\n\"response_types_supported\":[\"code\"]", "", StringComparison.Ordinal) + metadata), $"mcp_client_{metadata}");

    [Fact]
    public Task A_code_that_is_refused() => BothPrograms.AgreeOnAsync(
        Login([Good], metadata: s_registering.Replace("/token", "/expired", StringComparison.Ordinal)));

    [Fact]
    public Task A_server_without_a_login() => BothPrograms.AgreeOnAsync(Login(null) with
    {
        Runs = [Plain("mcp", "login", "s"), Plain("mcp", "list", "--json"), Plain("mcp", "add", "t", "--url", "http://127.0.0.1:{port}/other")],
        Routes = new Dictionary<string, Reply>(),
    });

    [Theory]
    [InlineData("mcp_oauth_callback_port = 0")]
    [InlineData("mcp_oauth_callback_url = \"nope\"")]
    [InlineData("mcp_oauth_callback_port = {port}")]
    public Task Settings_of_the_callback_that_cannot_be_used(string setting) => BothPrograms.AgreeOnAsync(
        Login(null) with { WholeConfig = Config(setting, "") }, $"mcp_callback_{setting}");

    [Fact]
    public Task A_callback_address_of_the_users_own() => BothPrograms.AgreeOnAsync(Own(FreePort()));

    [Theory]
    [InlineData("nope")]
    [InlineData("http://127.0.0.1:9/mcp")]
    public Task An_address_that_cannot_be_asked(string url) => BothPrograms.AgreeOnAsync(
        Login(null) with
        {
            WholeConfig = $"mcp_oauth_credentials_store = \"file\"\n[mcp_servers.s]\nurl = \"{url}\"\n",
            Runs = [Plain("mcp", "login", "s"), Plain("mcp", "list"), Plain("mcp", "add", "t", "--url", url), Plain("mcp", "logout", "s")],
        },
        $"mcp_address_{url}");

    [Fact]
    public Task Servers_that_need_a_login_are_listed_as_such() => BothPrograms.AgreeOnAsync(Login(null) with
    {
        WholeConfig = """
            mcp_oauth_credentials_store = "file"
            [mcp_servers.plain]
            url = "http://127.0.0.1:{port}/mcp"
            [mcp_servers.off]
            url = "http://127.0.0.1:{port}/mcp"
            enabled = false
            [mcp_servers.header]
            url = "http://127.0.0.1:{port}/mcp"
            http_headers = { AUTHORIZATION = "Bearer x" }
            [mcp_servers.variable]
            url = "http://127.0.0.1:{port}/mcp"
            env_http_headers = { Authorization = "FAKE_KEY" }
            """,
        Runs = [Plain("mcp", "list"), Plain("mcp", "list", "--json"), Plain("mcp", "get", "plain")],
    });

    private static Scenario Login(string[]? steps, string settings = "", string? metadata = null) => new()
    {
        WholeConfig = Config($"mcp_oauth_callback_port = {FreePort()}", settings),
        Runs = [steps is null ? Plain("mcp", "login", "s") : Browse(steps, "mcp", "login", "s"), Plain("mcp", "list")],
        Routes = Routes(("GET /.well-known/oauth-authorization-server/mcp", port => Document(metadata ?? s_registering, port))),
        ComparesAllRequests = true,
        OneAfterTheOther = true,
        Timeout = TimeSpan.FromSeconds(30),
        Home = static home =>
        {
            var script = Path.Combine(home, "browser.sh");
            File.WriteAllText(script, "#!/bin/sh\nprintf %s \"$1\" > \"$CODEX_HOME/../ws/url.new\"\nmv \"$CODEX_HOME/../ws/url.new\" \"$CODEX_HOME/../ws/url\"\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        },
        Environment = new Dictionary<string, string?> { ["BROWSER"] = "{home}/browser.sh" },
        OutputView = static text => Random().Replace(Uri.UnescapeDataString(text), "$1=<random>"),
    };

    private static Scenario Own(int port) => Login([Good]) with
    {
        WholeConfig = Config($"mcp_oauth_callback_port = {port}\nmcp_oauth_callback_url = \"http://localhost:{port}/callback/\"", ""),
    };

    private static string Config(string settings, string server) =>
        $"mcp_oauth_credentials_store = \"file\"\n{settings}\n[mcp_servers.s]\nurl = \"http://127.0.0.1:{{port}}/mcp\"\n{server}\n";

    // The port of the server is known when it is asked.
    private static Dictionary<string, Reply> Routes(params (string Target, Func<string, Reply> Make)[] documents)
    {
        var routes = new Dictionary<string, Reply>
        {
            ["POST /register"] = Reply.WithStatus(201, """{"client_id":"dyn-1","redirect_uris":[]}"""),
            ["POST /refused"] = Reply.WithStatus(400, """{"error":"invalid_redirect_uri"}"""),
            ["POST /html"] = Reply.WithStatus(200, "<html>hello</html>"),
            ["POST /token"] = Reply.WithStatus(200, """{"access_token":"at-1","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-1","scope":"a b"}"""),
            ["POST /expired"] = Reply.WithStatus(400, """{"error":"invalid_grant","error_description":"the code has expired"}"""),
        };
        foreach (var (target, make) in documents)
            routes[target] = Reply.To(request => make(request.Header("host")!.Split(':')[1]));
        return routes;
    }

    private static Reply Document(string members, string port) =>
        Reply.WithStatus(200, $"{{{members.Replace("{port}", port, StringComparison.Ordinal)}}}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Invocation Plain(params string[] words) => new() { Arguments = words, Before = NoteLogins };

    private static Invocation Browse(string[] steps, params string[] words) => new() { Arguments = words, During = side => VisitAsync(side, steps) };

    // The key is a hash of an address with another port on each side, the end another moment.
    private static void NoteLogins(string workspace, string home)
    {
        var path = Path.Combine(home, ".credentials.json");
        var mode = OperatingSystem.IsWindows() || !File.Exists(path) ? default : File.GetUnixFileMode(path);
        var text = File.Exists(path) ? $"{mode} {End().Replace(Key().Replace(File.ReadAllText(path), "|<key>"), "<end>")}\n" : "none\n";
        File.AppendAllText(Path.Combine(workspace, "logins"), text);
    }

    private static async Task VisitAsync(LiveSide side, string[] steps)
    {
        await side.WaitForFileAsync("url", TestContext.Current.CancellationToken);
        var page = new Uri(await File.ReadAllTextAsync(Path.Combine(side.Workspace, "url")));
        File.Delete(Path.Combine(side.Workspace, "url"));
        using var browser = new HttpClient();
        var callback = new UriBuilder(Uri.UnescapeDataString(Member(page, "redirect_uri"))) { Host = "127.0.0.1" }.Uri;
        var notes = new List<string>();
        foreach (var step in steps)
        {
            var target = step.StartsWith('/') ? step : $"{callback.AbsolutePath}?{step.Replace("{state}", Member(page, "state"), StringComparison.Ordinal)}";
            using var answer = await browser.GetAsync(new Uri(callback, target));
            notes.Add($"{step}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        await File.WriteAllLinesAsync(Path.Combine(side.Workspace, "notes"), notes);
    }

    private static string Member(Uri page, string name) =>
        page.Query.TrimStart('?').Split('&').First(member => member.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    [GeneratedRegex("(state|code_challenge)=[A-Za-z0-9_-]+")]
    private static partial Regex Random();

    [GeneratedRegex(@"\|[0-9a-f]{16}")]
    private static partial Regex Key();

    [GeneratedRegex(@"\b\d{13}\b")]
    private static partial Regex End();
}

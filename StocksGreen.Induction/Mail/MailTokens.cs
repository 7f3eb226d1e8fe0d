using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Mail;

/// <summary>
/// Tokens with which mail signs in at Microsoft 365 or Google Workspace. One is asked for, used for as long as it is good, and asked for again.
/// </summary>
internal sealed class MailTokens(MailOptions options, TimeProvider clock) : IDisposable
{
    private const string MicrosoftScope = "https://outlook.office365.com/.default";
    private const string GoogleScope = "https://mail.google.com/";
    private const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer"; // RFC 7523

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A token that ends while it is used would be refused.
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(2);

    private readonly HttpClient http = new() { Timeout = Patience };
    private (string Value, DateTimeOffset Until)? kept;

    /// <returns>Null where mail signs in by a password, or not at all.</returns>
    public static MailTokens? For(MailOptions options, TimeProvider clock) => options.SignInWay is MailSignIn.Password ? null : new MailTokens(options, clock);

    public async Task<MailToken> GetAsync(CancellationToken cancellationToken)
    {
        if (kept is { } good && clock.GetUtcNow() < good.Until - Early)
        {
            return new MailToken(good.Value, "");
        }

        kept = null;
        try
        {
            var (address, fields) = Question();
            using var content = new FormUrlEncodedContent(fields);
            using var response = await http.PostAsync(address, content, cancellationToken);
            var answer = await ReadAsync(response, cancellationToken);
            if (!response.IsSuccessStatusCode || answer?.AccessToken is not { Length: > 0 } token)
            {
                return new MailToken(null, $"{Provider} gives no token: {Words(answer?.Error, (int)response.StatusCode)}");
            }

            kept = (token, clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(answer.ExpiresIn, 0, 86_400)));
            return new MailToken(token, "");
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new MailToken(
                null,
                $"{Provider} cannot be reached for a token{(fault is HttpRequestException ? $": {fault.Message}" : " within half a minute.")}"
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or ArgumentException or CryptographicException)
        {
            // What is wrong with the key is not said by its own words: they could be of the key.
            return new MailToken(null, $"The file of the Google service account, {options.ServiceAccountFile}, cannot be read as one.");
        }
    }

    /// <summary>The server refused the token, however long it was to be good: the next one is asked for again.</summary>
    public void Forget() => kept = null;

    public void Dispose() => http.Dispose();

    private string Provider => options.SignInWay is MailSignIn.Google ? "Google" : "Microsoft";

    private (Uri Address, IReadOnlyList<KeyValuePair<string, string>> Fields) Question()
    {
        if (options.SignInWay is MailSignIn.Microsoft365)
        {
            var address = options.TokenAddress ?? $"https://login.microsoftonline.com/{Uri.EscapeDataString(options.TenantId!)}/oauth2/v2.0/token";
            return (
                new Uri(address),
                [
                    new("grant_type", "client_credentials"),
                    new("client_id", options.ClientId!),
                    new("client_secret", options.ClientSecret!),
                    new("scope", MicrosoftScope),
                ]
            );
        }

        var account = JsonSerializer.Deserialize<ServiceAccount>(File.ReadAllText(options.ServiceAccountFile!), JsonSerializerOptions.Web);
        if (account is not { ClientEmail: { Length: > 0 } email, PrivateKey: { Length: > 0 } key })
        {
            throw new JsonException("It names no account or no key.");
        }

        var at = options.TokenAddress ?? account.TokenUri ?? "https://oauth2.googleapis.com/token";
        return (new Uri(at), [new("grant_type", JwtBearer), new("assertion", Assertion(email, key, at))]);
    }

    private string Assertion(string email, string pem, string audience)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = email,
            ["sub"] = options.User!,
            ["scope"] = GoogleScope,
            ["aud"] = audience,
            ["iat"] = now,
            ["exp"] = now + 3600,
        };
        var said = $"{Base64Url.EncodeToString("""{"alg":"RS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        using var key = RSA.Create();
        key.ImportFromPem(pem);
        return $"{said}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(said), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static async Task<Answer?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<Answer>(JsonSerializerOptions.Web, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The codes of RFC 6749, section 5.2; what a provider adds in its own words can name what is secret.</summary>
    private static string Words(string? error, int status) =>
        error switch
        {
            "invalid_client" or "unauthorized_client" => $"it does not know the application, or the secret is wrong or has run out ({error}).",
            "invalid_grant" => "the service account may not act for this mailbox, or the clock of this server is wrong (invalid_grant).",
            "invalid_scope" => "the application may not send mail (invalid_scope).",
            _ => string.Create(CultureInfo.InvariantCulture, $"it answered {status}."),
        };

    private sealed record Answer(
        [property: System.Text.Json.Serialization.JsonPropertyName("access_token")] string? AccessToken,
        [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn,
        string? Error
    );

    private sealed record ServiceAccount(
        [property: System.Text.Json.Serialization.JsonPropertyName("client_email")] string? ClientEmail,
        [property: System.Text.Json.Serialization.JsonPropertyName("private_key")] string? PrivateKey,
        [property: System.Text.Json.Serialization.JsonPropertyName("token_uri")] string? TokenUri
    );
}

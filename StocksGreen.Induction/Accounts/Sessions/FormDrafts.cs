using System.ComponentModel;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.DataProtection;
using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>
/// Keeps what someone typed when the session turned out to have ended as they sent it: in their own browser, under our key, for a short time. Once the same
/// person has signed in, the page comes back with it. Nothing is sent by itself.
/// </summary>
public sealed class FormDrafts(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long it is kept: signing in takes no longer.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    private const string CookieName = "induction-typed";

    // Some kilobytes of cookies are all that a server takes; a page of prose fits.
    private const int Largest = 12_000;

    private static readonly string[] Secrets = ["Proof", "Passkey", "Password", "Current", "Credential", "Drawing"];

    private readonly IDataProtector protector = protection.CreateProtector("Accounts.FormDrafts/1");
    private readonly ChunkingCookieManager cookies = new();

    /// <summary>What was typed on this page before the person signed in again; it is given back once.</summary>
    /// <typeparam name="T">The form of the page: properties that are text, yes or no, numbers, days, ids or lists of text.</typeparam>
    /// <returns>Null where nothing was kept, or it is another page's or another person's.</returns>
    public T? Take<T>(HttpContext context)
        where T : class, new()
    {
        if (
            !HttpMethods.IsGet(context.Request.Method)
            || Read(context) is not { } kept
            || kept.Owner != context.Actor().StaffId.Value
            || kept.Path != context.Request.Path.Value
        )
        {
            return null;
        }

        cookies.DeleteCookie(context, CookieName, Cookie(context));
        return kept.Until > clock.GetUtcNow() ? Fill<T>(kept.Fields) : null;
    }

    /// <summary>Asked when a request is sent to the page for signing in.</summary>
    /// <param name="whose">Whose session it was; null where it was no one's.</param>
    internal async Task KeepAsync(RedirectContext<CookieAuthenticationOptions> ended, Actor? whose)
    {
        var (context, request) = (ended.HttpContext, ended.Request);
        if (
            !HttpMethods.IsPost(request.Method)
            || !request.HasFormContentType
            || whose?.StaffId is not { } owner
            || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.IsDefined(typeof(RestoresFormAttribute), inherit: false) != true
        )
        {
            return;
        }

        var fields = (await request.ReadFormAsync(context.RequestAborted))
            .Where(field =>
                field.Key.StartsWith("Form.", StringComparison.Ordinal) && !Secrets.Any(secret => field.Key.EndsWith(secret, StringComparison.Ordinal))
            )
            .SelectMany(field => field.Value.Select(value => new Field(field.Key["Form.".Length..], value ?? "")))
            .ToList();
        var text = Write(new Kept(owner.Value, request.Path.Value ?? "", clock.GetUtcNow() + KeptFor, fields));
        if (text.Length <= Largest)
        {
            cookies.AppendResponseCookie(context, CookieName, text, Cookie(context));
        }
    }

    private static CookieOptions Cookie(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
        };

    private static T Fill<T>(IReadOnlyList<Field> fields)
        where T : class, new()
    {
        var form = new T();
        foreach (var property in typeof(T).GetProperties())
        {
            var values = fields
                .Where(field => field.Name == property.Name || field.Name.StartsWith($"{property.Name}[", StringComparison.Ordinal))
                .Select(field => field.Value)
                .ToList();
            if (property.PropertyType == typeof(List<string>))
            {
                property.SetValue(form, values);
            }
            else if (values is [var value, ..] && TypeDescriptor.GetConverter(property.PropertyType) is var converter && converter.IsValid(value))
            {
                property.SetValue(form, converter.ConvertFromInvariantString(value));
            }
        }

        return form;
    }

    private Kept? Read(HttpContext context)
    {
        try
        {
            if (cookies.GetRequestCookie(context, CookieName) is not { Length: > 0 } text)
            {
                return null;
            }

            using var open = new BrotliStream(new MemoryStream(protector.Unprotect(Convert.FromBase64String(text))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Kept>(open);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private string Write(Kept kept)
    {
        using var bytes = new MemoryStream();
        using (var packing = new BrotliStream(bytes, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(packing, kept);
        }

        return Convert.ToBase64String(protector.Protect(bytes.ToArray()));
    }

    private sealed record Kept(Guid Owner, string Path, DateTimeOffset Until, IReadOnlyList<Field> Fields);

    private sealed record Field(string Name, string Value);
}

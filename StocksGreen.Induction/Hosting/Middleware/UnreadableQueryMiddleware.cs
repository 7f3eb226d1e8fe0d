using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace StocksGreen.Induction.Hosting.Middleware;

/// <summary>
/// What a page cannot read of an address counts as not said: <c>/visit?done=abc</c> is <c>/visit</c>. Without this Blazor answers such an address with a fault.
/// </summary>
public static class UnreadableQueryMiddleware
{
    /// <summary>Reads as Blazor does. A page that asks for another type gets it here first.</summary>
    private static readonly FrozenDictionary<Type, Func<string?, bool>> Readers = new Dictionary<Type, Func<string?, bool>>
    {
        [typeof(bool)] = text => bool.TryParse(text, out _),
        [typeof(int)] = text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        [typeof(Guid)] = text => Guid.TryParse(text, out _),
    }.ToFrozenDictionary();

    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, Func<string?, bool>>> Pages = new();

    /// <remarks>After routing, which says what page is asked for.</remarks>
    public static IApplicationBuilder UseReadableQueries(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Request.QueryString.HasValue && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page)
                {
                    LeaveOutUnreadable(context.Request, Pages.GetOrAdd(page, ReadersOf));
                }

                return next(context);
            }
        );

    private static void LeaveOutUnreadable(HttpRequest request, FrozenDictionary<string, Func<string?, bool>> readers)
    {
        if (request.Query.All(field => field.Value.All(value => IsReadable(field.Key, value))))
        {
            return;
        }

        request.QueryString = QueryString.Create(
            from field in request.Query
            from value in field.Value
            where IsReadable(field.Key, value)
            select KeyValuePair.Create(field.Key, value)
        );

        bool IsReadable(string name, string? value) => !readers.TryGetValue(name, out var canRead) || canRead(value);
    }

    private static FrozenDictionary<string, Func<string?, bool>> ReadersOf(Type page) =>
        (
            from property in page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            let query = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
            where query is not null && property.PropertyType != typeof(string) && property.PropertyType != typeof(string[])
            select KeyValuePair.Create(query.Name ?? property.Name, Readers[Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType])
        ).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}

namespace StocksGreen.Induction.Features.Answering;

/// <summary>Answering what readers ask, doing what they need, and writing what they are asked.</summary>
public static class AnsweringFeature
{
    public static IServiceCollection AddAnswering(this IServiceCollection services) => services
        .AddScoped<QuestionsQuery>()
        .AddScoped<AnswerQuestion>()
        .AddScoped<OtherWaysQuery>()
        .AddScoped<RecordAdjustment>()
        .AddScoped<ChecksQuery>()
        .AddScoped<WriteCheck>();
}

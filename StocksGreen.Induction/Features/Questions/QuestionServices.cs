namespace StocksGreen.Induction.Features.Questions;

/// <summary>Answering what readers ask, doing what they need, and writing what they are asked.</summary>
public static class QuestionServices
{
    public static IServiceCollection AddQuestions(this IServiceCollection services) =>
        services
            .AddScoped<QuestionsQuery>()
            .AddScoped<AnswerQuestion>()
            .AddScoped<OtherWaysQuery>()
            .AddScoped<RecordAdjustment>()
            .AddScoped<QuizQuery>()
            .AddScoped<WriteQuizQuestion>();
}

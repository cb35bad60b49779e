using Spectre.Console;

namespace MechanismDsl.Tool;

/// <summary>Where results and messages go: results to the standard output, so that they can be piped; everything else to the standard error.</summary>
internal static class Screen
{
    /// <summary>The width of output that nobody looks at: wide enough that no row of a table is folded.</summary>
    private const int PipedWidth = 200;

    /// <summary>Results.</summary>
    public static IAnsiConsole Results { get; } = Make(Console.Out, Console.IsOutputRedirected);

    /// <summary>Progress and errors.</summary>
    public static IAnsiConsole Errors { get; } = Make(Console.Error, Console.IsErrorRedirected);

    /// <summary>Does something that can take a while, and says what.</summary>
    public static T While<T>(string what, Func<T> work) =>
        Console.IsErrorRedirected ? work() : Errors.Status().Start(Markup.Escape(what), _ => work());

    /// <summary>Does something that takes a while and can say how far it is.</summary>
    public static T Progress<T>(string what, Func<IProgress<double>?, T> work) => Console.IsErrorRedirected
        ? work(null)
        : Errors.Progress().AutoClear(enabled: true).Start(context =>
        {
            var task = context.AddTask(Markup.Escape(what), maxValue: 1);
            return work(new Bar(task));
        });

    /// <summary>Moves a bar at once: the class of the framework would do so later, on other threads.</summary>
    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = Math.Max(task.Value, value);
    }

    private static IAnsiConsole Make(TextWriter writer, bool isPiped)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (isPiped)
        {
            console.Profile.Width = PipedWidth;
        }

        return console;
    }
}

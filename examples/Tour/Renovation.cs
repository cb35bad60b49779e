using System.Globalization;
using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, Outcomes<Home>, Efficient, DAgva, EquivalentTo<Refurbishment>]
[Agents(3), Prior<UniformIntegers>(1, 9)]
public partial class Renovation
{
    [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
}

/// <summary>The same choice with other payments.</summary>
[Mechanism, Outcomes<Home>, Efficient, ExpectedExternality]
[Agents(3), Prior<UniformIntegers>(1, 9)]
public partial class Refurbishment
{
    [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
}

/// <summary>Two ways to balance payments: they differ at most profiles, and every type expects the same of both (Börgers 2015, definition 7.2).</summary>
internal static class RenovationStop
{
    private const int Types = 9;

    public static void Show()
    {
        Screen.Declaration("Renovation.cs");
        Screen.Explanation(Renovation.Explanation);

        var table = Screen.Table("type of the first", "expects to pay", "under the other one");
        var otherwise = 0;
        for (var first = 1; first <= Types; first++)
        {
            var (one, other) = (0d, 0d);
            for (var rest = 0; rest < Types * Types; rest++)
            {
                int[] types = [first, 1 + (rest / Types), 1 + (rest % Types)];
                var paid = Renovation.Run(types).Payments;
                var otherPaid = Refurbishment.Run(types).Payments;
                one += paid[0] / (Types * Types);
                other += otherPaid[0] / (Types * Types);
                otherwise += paid.SequenceEqual(otherPaid) ? 0 : 1;
            }

            table.AddRow(Screen.Number(first), Screen.Number(one), Screen.Number(other));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"They charge otherwise at [bold]{otherwise}[/] of {Types * Types * Types} profiles.");
    }
}

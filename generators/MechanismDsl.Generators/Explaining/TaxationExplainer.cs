using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Screening;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains an income tax: what it maximises, what everybody produces and pays, what it distorts.</summary>
internal sealed class TaxationExplainer(SolvedTaxation tax, OutputCurve? curve)
{
    /// <summary>Skills beyond these are not told one by one.</summary>
    private const int MostListed = 8;

    private readonly List<ExplanationLine> _lines = [];
    private readonly TaxSchedules _schedules = tax.Schedules;

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        var prior = TaxationSolver.PriorOf(tax.Problem);
        Add(0, $"Everybody chooses an output from one tax schedule, which maximises {Goal()}.");
        Add(1, "Utility: consumption less labour²/2, and labour is output divided by skill. The disutility depends on the skill; with one that did not, nobody could be told apart.");
        if (_schedules.Weight == 0)
        {
            Add(1, "What is produced: skill², as much as is worth its labour. Without income effects money is worth the same to everybody, so nobody is taxed.");
        }
        else
        {
            var weight = _schedules.Weight == 1 ? string.Empty : $"{Number(_schedules.Weight)}·";
            Add(1, "What is produced: 1/y instead of skill², for less output of a skill leaves less rent to all higher ones (Mirrlees 1971; Diamond 1998).");
            Add(2, tax.Brackets.Count > 0
                ? $"y of a skill is 1/skill² + {weight}(share of higher skills)/(share of it)·(1/skill² - 1/(next skill)²)."
                : $"y of a skill is 1/skill² + {(_schedules.Weight == 1 ? "2" : Number(2 * _schedules.Weight))}(1 - F)/(f·skill³); the highest skill is not distorted.");
            foreach (var bunch in tax.Bunches)
            {
                Add(2, $"Where y would rise with the skill, output is the same: the skills from {Number(bunch.From)} to {Number(bunch.To)} all produce {Number(bunch.Output)}.");
            }

            ExplainNumbers(prior.Lower, prior.Upper);
        }

        Add(1, $"Expected tax per head: {tax.Revenue.Text}; {(_schedules.Objective == TaxObjective.Revenue ? "the government keeps it, and the lowest skill is left with utility 0." : "it is handed back, the same to everybody.")}");
        Add(1, $"Other skills: {(tax.Brackets.Count > 0 ? "one between two counts as the lower, " : string.Empty)}one below all does not work, one above all produces skill² and pays what the highest pays.");
        Add(1, $"Skills: distributed as {prior.Describe()}.");
        if (_schedules.Weight > 0)
        {
            Add(1, "What does not hold: efficiency. A tax that pays for redistribution costs output.");
        }

        _lines.AddRange(GuaranteeLines.Of(tax.Evidence, tax.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void ExplainNumbers(double low, double high)
    {
        Add(1, tax.Rebate.Value == 0 ? "Output, consumption, tax and marginal tax:" : "Output, consumption, tax (what is handed back deducted) and marginal tax:");
        if (curve is null)
        {
            foreach (var bracket in tax.Brackets.Take(MostListed))
            {
                var rebate = tax.Rebate.Exact ?? Fractions.Fraction.Zero;
                Add(2, $"Skill {RationalText.Of(bracket.Skill)}: {RationalText.Of(bracket.Output)}, {RationalText.Of(bracket.Consumption + rebate)}, {RationalText.Of(bracket.Tax - rebate)}, {RationalText.Of(bracket.MarginalTax)}.");
            }

            return;
        }

        foreach (var skill in new[] { low, (low + high) / 2, high })
        {
            var output = curve.At(skill);
            var consumption = tax.Rebate.Value + curve.Rent(skill) + (output * output / (2 * skill * skill));
            Add(2, $"Skill {Number(skill)}: {NumberText.Words(output)}, {NumberText.Words(consumption)}, {NumberText.Words(output - consumption)}, {NumberText.Words(Math.Abs(1 - (output / (skill * skill))) < 1e-12 ? 0 : 1 - (output / (skill * skill)))}.");
        }
    }

    private string Goal() => _schedules.Objective switch
    {
        TaxObjective.Rawlsian => "the utility of the worst-off",
        TaxObjective.Utilitarian => "the sum of utilities",
        TaxObjective.Weighted => $"{Number(_schedules.Weight)} times the utility of the worst-off and {Number(1 - _schedules.Weight)} times the average one",
        _ => "the expected tax",
    };

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private static string Number(double value) => NumberText.Words(value, 10);
}

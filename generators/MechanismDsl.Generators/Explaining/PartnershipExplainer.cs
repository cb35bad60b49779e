using Fractions;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a partnership: who gets everything, what is paid and why that, whether all agree, what is guaranteed.</summary>
internal sealed class PartnershipExplainer(SolvedPartnership solved, EquatableArray<ChargeRule> charges, Currency currency)
{
    /// <summary>Partners beyond these are not told apart.</summary>
    private const int MostListed = 8;

    private readonly List<ExplanationLine> _lines = [];
    private readonly EquatableArray<Prior> _priors = PartnershipSolver.PriorsOf(solved.Problem);
    private readonly int _count = solved.Partners.Count;

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        Add(0, "The partner to whom the firm is worth most gets everything; what each partner pays the others receive.");
        ExplainPayments();
        ExplainAgreement();
        ExplainExpectations();
        ExplainPartners();
        Add(1, "What does not hold: truth is a best reply in expectation only, and at single profiles a partner may end below the worth of its share.");
        if (currency.IsGrid)
        {
            Add(1, $"On the grid: payments are multiples of {currency.StepText} and balance exactly; being rounded, they give nobody a reason to misreport but rounding.");
        }

        _lines.AddRange(GuaranteeLines.Of(solved.Evidence, solved.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    /// <summary>uⁿ⁻¹·(value − width·u/n) with u the share of values below; from 0 on that is (n − 1)/n·value·(value/width)ⁿ⁻¹.</summary>
    private string UniformCharge(ChargeRule.Uniform uniform)
    {
        var (power, width) = (_count == 2 ? string.Empty : $"^{_count - 1}", uniform.High - uniform.Low);
        if (uniform.Low != 0)
        {
            return $"u{power} · (value - {Number(width / _count)}·u) with u = (value - {Number(uniform.Low)}){(width == 1 ? string.Empty : $"/{Number(width)}")}";
        }

        var part = RationalText.Of(new Fraction(_count - 1, _count));
        return width == 1 ? $"{part} · value^{_count}" : $"{part} · value · (value/{Number(width)}){power}";
    }

    private void ExplainPayments()
    {
        Add(1, "Who gets it: the highest value; among equals the first partner.");
        Add(1, $"What is paid: each partner is charged what its report takes from the others in expectation, E[highest other value, where it is at most the own]; {(_count == 2 ? "the other receives it" : $"each of the others receives 1/{_count - 1} of it")} (d'Aspremont and Gérard-Varet 1979).");
        if (charges.Count == 1 && charges[0] is ChargeRule.Uniform uniform)
        {
            Add(2, $"Values are uniform, so the charge is {UniformCharge(uniform)}.");
        }

        Example();
        if (solved.Partners.All(partner => partner.SidePayment == 0))
        {
            Add(2, "Nobody pays anything besides: all are alike, so that all gain the same where they gain least.");
        }
        else if (_count <= MostListed)
        {
            Add(2, $"Besides, whatever is reported, {string.Join(", ", solved.Partners.Select((partner, index) => $"{Name(index)} {(partner.SidePayment >= 0 ? "pays" : "receives")} {Number(Math.Abs(partner.SidePayment))}"))}: so all gain the same where they gain least.");
        }
    }

    private void Example()
    {
        double[] values = [.. _priors.Select((prior, index) => solved.Problem.Money.RoundDown(NumberText.Rounded(prior.Quantile((index + 1.0) / (_count + 1)), 2)))];
        if (_count > MostListed || currency.IsGrid)
        {
            return;
        }

        double[] own = [.. values.Select((value, partner) => PartnershipSolver.ChargeOf(_priors, partner, CancellationToken.None).At(value))];
        var sum = own.Sum();
        var payments = own.Select((charge, partner) => charge - ((sum - charge) / (_count - 1)) + solved.Partners[partner].SidePayment);
        Add(2, $"At the values ({string.Join(", ", values.Select(Number))}) the payments are ({string.Join(", ", payments.Select(payment => NumberText.Words(Math.Abs(payment) < 1e-12 ? 0 : payment)))}).");
    }

    private void ExplainAgreement()
    {
        Add(1, solved.Surplus.Sign switch
        {
            >= 0 => $"Whether all agree: they do. The surplus is {solved.Surplus.Text}, and it is shared equally.",
            < 0 when !_priors.All(PossibilityTest.IsConnected) => $"Whether all agree: with these payments not at every value between the lowest and the highest. The surplus is {solved.Surplus.Text}; there are gaps between the values, so that another mechanism may do better.",
            < 0 => $"Whether all agree: they do not. The surplus is {solved.Surplus.Text}, so that no efficient and balanced mechanism makes every partner agree (Cramton, Gibbons and Klemperer 1987); somebody outside would have to add {(-solved.Surplus).Text}.",
            null => $"Whether all agree: the surplus, {solved.Surplus.Text}, is too close to zero to be told from it.",
        });
        if (_count <= MostListed)
        {
            Add(2, $"Taking part is worth least at the value at which the chance to get everything equals the own share: {string.Join(", ", solved.Partners.Select((partner, index) => $"{Number(partner.WorstOff)} for {Name(index)}"))}.");
        }

        Add(2, $"The surplus is the sum over partners of min(E[highest value, given the own] - share · own value), less {(_count == 2 ? string.Empty : $"{_count - 1} times ")}E[highest value] = {solved.Welfare.Text}.");
        if (_priors.Distinct().Count() == 1 && _priors[0] is UniformPrior)
        {
            var sum = solved.Partners.Sum(partner => Math.Pow(partner.Share, _count / (_count - 1.0)));
            Add(2, $"Values are uniform, so all agree if and only if the shares, which sum to 1, have Σ share{(_count == 2 ? "²" : $"^({_count}/{_count - 1})")} at most {_count}/{_count + 1}; here it is {NumberText.Words(sum)}.");
        }

        if (_count == 2)
        {
            Add(2, solved.Admissible is { } shares
                ? $"Both agree if the share of {Name(0)} lies from {NumberText.Words(shares.Low, 4)} to {NumberText.Words(shares.High, 4)}."
                : "There are no shares at which both would agree.");
        }
    }

    private void ExplainExpectations()
    {
        Add(1, "Expected, with truthful reports under the declared priors:");
        Add(2, $"The highest value: {solved.Welfare.Text}.");
        if (_count <= MostListed)
        {
            Add(2, $"Gains over staying together: {string.Join(", ", solved.Partners.Select((partner, index) => $"{NumberText.Words(partner.Gain.Value)} for {Name(index)}"))}.");
        }
    }

    private void ExplainPartners()
    {
        for (var index = 0; index < Math.Min(_count, MostListed); index++)
        {
            Add(1, $"{Capital(Name(index))}: owns {Number(solved.Partners[index].Share)}; value distributed as {_priors[index].Describe()}.");
        }
    }

    private string Name(int partner) => PartnershipSolver.NameOf(solved.Problem, partner).Trim('\'');

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static string Number(double value) => NumberText.Words(value, 12);
}

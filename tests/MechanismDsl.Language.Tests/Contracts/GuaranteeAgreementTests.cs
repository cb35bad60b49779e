namespace MechanismDsl.Language.Tests.Contracts;

public sealed class GuaranteeAgreementTests
{
    [Fact]
    public void Both_enums_have_the_same_members_with_the_same_values() =>
        Assert.Equal(
            Enum.GetValues<MechanismDsl.Guarantee>().Select(member => (member.ToString(), (int)member)),
            Enum.GetValues<MechanismDsl.Theory.Problems.Guarantee>().Select(member => (member.ToString(), (int)member)));

    [Fact]
    public void Tie_rules_and_reserve_kinds_have_the_same_members_with_the_same_values()
    {
        Assert.Equal(
            Enum.GetValues<TieRule>().Select(member => (member.ToString(), (int)member)),
            Enum.GetValues<MechanismDsl.Theory.Problems.TieBreaking>().Select(member => (member.ToString(), (int)member)));
        Assert.Equal(
            Enum.GetValues<ReserveKind>().Select(member => (member.ToString(), (int)member)),
            Enum.GetValues<MechanismDsl.Theory.Problems.ReserveKind>().Select(member => (member.ToString(), (int)member)));
    }
}
